import type * as pulumi from "@pulumi/pulumi";
import { type ComponentDocument } from "./document-args";

/**
 * One component of an AMI. Where it comes from is exactly one of `managed`, `arn`, `document`, `yaml` and `uri`; the last three
 * make a component of the pipeline's own.
 */
export interface BuildComponent {
  /**
   * What a component of the pipeline's own is called, after the AMI's name: up to 63 lower-case letters, digits and hyphens.
   *
   * @default - none, with `managed` or `arn`
   */
  name?: string;

  /**
   * A component that AWS manages, by its name, such as `aws-cli-version-2-linux`.
   *
   * @default - it comes from elsewhere
   */
  managed?: string;

  /**
   * The version of `managed`: numbers, and an x for each that may rise.
   *
   * @default "x.x.x"
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-semantic-versioning.html
   */
  version?: string;

  /**
   * A component that somebody else owns, by its ARN: one from AWS Marketplace, or one that another account shares.
   *
   * @default - it comes from elsewhere
   */
  arn?: pulumi.Input<string>;

  /**
   * A document, which is checked and written as YAML: at most 16,000 characters of it.
   *
   * @default - it comes from elsewhere
   */
  document?: ComponentDocument;

  /**
   * A document's text, in YAML: at most 16,000 characters. Plain, because the component's version follows from it.
   *
   * @default - it comes from elsewhere
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html
   */
  yaml?: string;

  /**
   * A document in S3, such as `s3://bucket/component.yaml`, of any length: whoever deploys must be able to read it.
   *
   * @default - it comes from elsewhere
   */
  uri?: pulumi.Input<string>;

  /**
   * What changes whenever the document at `uri` does, such as its digest or its object version: Pulumi does not see the text.
   *
   * @default - none, without `uri`
   */
  contentVersion?: pulumi.Input<string>;

  /**
   * The values of the component's parameters. They are no place for secrets: AWS logs them.
   *
   * @default - the parameters' own defaults
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html
   */
  parameters?: Record<string, pulumi.Input<string>>;
}

import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as imagebuilder from "@pulumi/aws/imagebuilder";
import * as pulumi from "@pulumi/pulumi";
import { arn, type Context, nameTag } from "@groundwork/core";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";
import { approvalCommand } from "./approval-gate";
import { type Topic } from "./topic";

/** A kind of event, and what people are told of it. */
interface Event {
  types: string[];
  /** Which of them. */
  detail?: object;
  /** What a text takes from the event, by name. */
  paths: Record<string, string>;
  text: string;
}

/** What rules are made with. */
export interface EventRulesContext extends Context {
  topic: Topic;
  pipeline: imagebuilder.ImagePipeline;
}

/**
 * Creates the rules that tell, in words, of what Image Builder's own message does not: that comes when a build has ended.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-imagebuilder.html
 */
export function createEventRules(
  { name, topic, pipeline, tags, parent }: EventRulesContext,
  { amiName, place }: Pick<GoldenAmiPipelineArgs, "amiName" | "place">,
): void {
  const { region, accountId } = place;
  // An image has the recipe's name.
  const image = arn(place, { service: "imagebuilder", region, accountId, resource: `image/${amiName}/` });
  for (const [kind, { types, detail, paths, text }] of Object.entries(events(amiName, region))) {
    const rule = new cloudwatch.EventRule(
      `${name}-${kind}-event-rule`,
      {
        description: `Tells of the AMI ${amiName}: ${kind}`,
        eventPattern: pulumi.jsonStringify({
          source: ["aws.imagebuilder"],
          "detail-type": types,
          resources: [{ prefix: image }, pipeline.arn],
          ...(detail && { detail }),
        }),
        state: "ENABLED",
        tags: nameTag(`${name}-${kind}`, tags),
      },
      { parent },
    );
    new cloudwatch.EventTarget(
      `${name}-${kind}-event-target`,
      {
        rule: rule.name,
        arn: topic.arn,
        inputTransformer: { inputPaths: paths, inputTemplate: JSON.stringify(text) },
      },
      { parent, dependsOn: topic.policies },
    );
  }
}

function events(amiName: string, region: string): Record<string, Event> {
  return {
    state: {
      types: ["EC2 Image Builder Image State Change"],
      detail: { state: { status: ["FAILED", "CANCELLED"] } },
      paths: { image: "$.resources[0]", status: "$.detail.state.status", reason: "$.detail.state.reason" },
      text: `The AMI ${amiName} is <status>: <image> <reason>`,
    },
    finding: {
      types: ["EC2 Image Builder CVE Detected"],
      // It comes after each scan, also after one that finds nothing.
      detail: {
        $or: ["critical", "high"].map((one) => ({ "finding-severity-counts": { [one]: [{ numeric: [">", 0] }] } })),
      },
      paths: {
        image: "$.resources[0]",
        critical: "$.detail.finding-severity-counts.critical",
        high: "$.detail.finding-severity-counts.high",
      },
      text: `The AMI ${amiName} has vulnerabilities, <critical> critical and <high> high: <image>`,
    },
    approval: {
      types: ["EC2 Image Builder Workflow Step Waiting"],
      paths: { image: "$.resources[0]", step: "$.detail.workflow-step-execution-id" },
      text: `The AMI ${amiName} waits for an approval of <image>. Approve it, or say STOP for RESUME: ${approvalCommand(region, "<step>", "<image>")}`,
    },
  };
}

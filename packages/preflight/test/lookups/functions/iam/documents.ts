import { type Json } from "../../../../src/document";
import { type JsonObject } from "../../../../src/lookups";
import { answer } from "../compute";

/**
 * The documents are those which the acceptance tests of AWS's provider expect, to the letter where they do.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/iam/policy_document_data_source_test.go
 */
export const TOKEN = "aws:iam/getPolicyDocument:getPolicyDocument";

/** The document that arguments make, in the words of JSON that the provider indents. */
export function json(args: JsonObject): string {
  return answer(TOKEN, args)["json"] as string;
}

export function indented(document: Json): string {
  return JSON.stringify(document, null, 2);
}

/** The document of statements, as one of the tests' own documents is passed on to the next. */
export function documentOf(...statements: JsonObject[]): string {
  return json({ statements });
}

export const BASIC: JsonObject = {
  policyId: "policy_id",
  statements: [
    { sid: "1", actions: ["s3:ListAllMyBuckets", "s3:GetBucketLocation"], resources: ["arn:aws:s3:::*"] },
    {
      actions: ["s3:ListBucket"],
      resources: ["arn:aws:s3:::foo"],
      conditions: [{ test: "StringLike", variable: "s3:prefix", values: ["home/", "", "home/&{aws:username}/"] }],
      notPrincipals: [{ type: "AWS", identifiers: ["arn:blahblah:example"] }],
    },
    {
      actions: ["s3:*"],
      resources: ["arn:aws:s3:::foo/home/&{aws:username}", "arn:aws:s3:::foo/home/&{aws:username}/*"],
      principals: [{ type: "AWS", identifiers: ["arn:blahblah:example"] }],
    },
    { effect: "Deny", notActions: ["s3:*"], notResources: ["arn:aws:s3:::*"] },
    { effect: "Allow", actions: ["kinesis:*"], principals: [{ type: "AWS", identifiers: ["*"] }] },
    { effect: "Allow", actions: ["firehose:*"], principals: [{ type: "*", identifiers: ["*"] }] },
  ],
};

export const BASIC_STATEMENTS: JsonObject[] = [
  {
    Sid: "1",
    Effect: "Allow",
    Action: ["s3:ListAllMyBuckets", "s3:GetBucketLocation"],
    Resource: "arn:aws:s3:::*",
  },
  {
    Effect: "Allow",
    Action: "s3:ListBucket",
    Resource: "arn:aws:s3:::foo",
    NotPrincipal: { AWS: "arn:blahblah:example" },
    Condition: { StringLike: { "s3:prefix": ["home/", "", "home/${aws:username}/"] } },
  },
  {
    Effect: "Allow",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::foo/home/${aws:username}/*", "arn:aws:s3:::foo/home/${aws:username}"],
    Principal: { AWS: "arn:blahblah:example" },
  },
  { Effect: "Deny", NotAction: "s3:*", NotResource: "arn:aws:s3:::*" },
  { Effect: "Allow", Action: "kinesis:*", Principal: { AWS: "*" } },
  { Effect: "Allow", Action: "firehose:*", Principal: "*" },
];

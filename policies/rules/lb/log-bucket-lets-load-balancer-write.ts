import { allOf, anyOf, get, is, mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { at, list, UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { EVERY_LOAD_BALANCER } from "../../model/types";

const BUCKETS = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";

/** Who writes logs: Elastic Load Balancing, delivery for Network Load Balancers, an account of AWS's in older Regions. */
const WRITERS =
  /elasticloadbalancing\.amazonaws\.com|delivery\.logs\.amazonaws\.com|arn:[\w-]+:iam::\d{12}:root|^\d{12}$/;

export default defineRule({
  name: "log-bucket-lets-load-balancer-write",
  requires: "A bucket of the program that a load balancer logs to lets Elastic Load Balancing write.",
  fix: "Give the bucket an s3.BucketPolicy that allows logdelivery.elasticloadbalancing.amazonaws.com to s3:PutObject.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
  types: EVERY_LOAD_BALANCER,
  guards: ["accessLogs"],
  evidence: [...BUCKETS, POLICY],
  judge: (balancer, _config, program) =>
    ["accessLogs", "connectionLogs", "healthCheckLogs"].map((field) => {
      const sources = program.sources(balancer, field, BUCKETS);
      const buckets = sources === UNKNOWN ? [] : sources.filter(({ type }) => BUCKETS.includes(type));
      return buckets.map((bucket) =>
        mustHave(
          field,
          program.dependents(bucket, [POLICY], "bucket"),
          letsWrite,
          `${field} names a bucket whose policy does not let Elastic Load Balancing write; allow it s3:PutObject.`,
        ),
      );
    }),
});

/** Whether a policy has a statement that lets a writer put objects. */
function letsWrite(policy: Resource): boolean | Unknown {
  const document = documentOf(get(policy, "policy"));
  if (document === UNKNOWN) {
    return UNKNOWN;
  }
  const statements = list(at(document, "Statement"));
  return statements === UNKNOWN
    ? UNKNOWN
    : anyOf(
        ...statements.map((declared) =>
          allOf(
            is({ declared }, "Effect", "Allow"),
            some(at(declared, "Principal", "Service"), WRITERS, at(declared, "Principal", "AWS")),
            some(at(declared, "Action"), /^(s3:(PutObject|Put\*|\*)|\*)$/),
          ),
        ),
      );
}

/** A policy as it is, or as the text of it; unknown where that cannot be read yet. */
function documentOf(policy: unknown): unknown {
  try {
    return typeof policy === "string" ? (JSON.parse(policy) as unknown) : policy;
  } catch {
    return UNKNOWN;
  }
}

/** Whether any text of some lists matches. */
function some(first: unknown, pattern: RegExp, ...others: unknown[]): boolean | Unknown {
  const texts = [first, ...others].map(list).flatMap((items) => (items === UNKNOWN ? [UNKNOWN] : items));
  return anyOf(...texts.map((one) => (one === UNKNOWN ? UNKNOWN : typeof one === "string" && pattern.test(one))));
}

import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

const config = new pulumi.Config();

/** Each way to fail, by the stack that takes it. */
const ways: { [how: string]: () => unknown } = {
  throws: () => {
    throw new Error("thrown on purpose");
  },
  "run-error": () => {
    throw new pulumi.RunError("refused on purpose");
  },
  rejects: () => pulumi.output(Promise.reject(new Error("rejected on purpose"))),
  duplicate: () => [1, 2].map(() => new aws.sns.Topic("twin")),
  "duplicate-later": () => new aws.sns.Topic("twin").urn.apply(() => new aws.sns.Topic("twin")),
  exits: () => process.exit(3),
  "log-error": () => pulumi.log.error("logged on purpose"),
  "missing-lookup": () => aws.getCallerIdentity({}),
};

new aws.sns.Topic("topic");
ways[config.require("how")]?.();

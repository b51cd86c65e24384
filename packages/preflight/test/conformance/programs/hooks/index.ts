import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";

/** Logs without waiting: the SDK logs in order, and a message about a resource waits for its registration. */
function note(message: string): void {
  void pulumi.log.info(`note: ${message}`);
}

const rehearsed = new pulumi.ResourceHook("rehearsed", ({ urn, name }) => note(`${name} of ${urn}`), {
  onDryRun: true,
});
const real = new pulumi.ResourceHook("real", () => note("not in a preview"));

const topic = new aws.sns.Topic("topic", {}, { hooks: { beforeCreate: [rehearsed, real], afterCreate: [rehearsed] } });
new aws.sns.Topic("deleted", {}, { hooks: { beforeDelete: [real] } });

void pulumi.log.debug("note: nobody asked for this");
note("from the stack");
void pulumi.log.warn("note: about a topic", topic);
topic.arn.apply(() => note("not in a preview either"));

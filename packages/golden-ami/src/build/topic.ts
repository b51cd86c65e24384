import * as iam from "@pulumi/aws/iam";
import * as sns from "@pulumi/aws/sns";
import type * as pulumi from "@pulumi/pulumi";
import { arn, type Context, nameTag, type Place, policyDocument, type PolicyStatement } from "@groundwork/core";
import { EncryptionKey, KeyService } from "@groundwork/encryption";
import { type ExecutionRole } from "./execution-role";
import { type BuildNotifications } from "./notifications-args";

/** What is told of builds; whoever publishes waits for the rest. */
export interface Topic {
  arn: pulumi.Input<string>;
  policies: pulumi.Resource[];
}

/** What a topic is made with. */
export interface TopicContext extends Context {
  role: ExecutionRole;
}

/** The topic that is told of builds, the given one or an encrypted one, which the pipeline's role may publish to. */
export function createTopic(
  context: TopicContext,
  place: Place,
  notifications: BuildNotifications | undefined,
): Topic | undefined {
  if (notifications === undefined) {
    return undefined;
  }
  const { name, role, parent } = context;
  const made = notifications.topicArn === undefined ? createEncryptedTopic(context, place, notifications) : undefined;
  const topicArn = made?.arn ?? notifications.topicArn!;
  const keyArn = made?.keyArn ?? notifications.keyArn;
  const publish: PolicyStatement = { Effect: "Allow", Action: "sns:Publish", Resource: topicArn };
  const encrypt: PolicyStatement[] =
    keyArn === undefined
      ? []
      : [
          {
            Effect: "Allow",
            Action: ["kms:GenerateDataKey", "kms:Decrypt"],
            Resource: keyArn,
            Condition: { StringEquals: { "kms:ViaService": `sns.${place.region}.amazonaws.com` } },
          },
        ];
  role.policies.push(
    new iam.RolePolicy(
      `${name}-execution-notification-policy`,
      { role: role.role.id, policy: policyDocument(publish, ...encrypt) },
      { parent },
    ),
  );
  return { arn: topicArn, policies: made?.policies ?? [] };
}

function createEncryptedTopic(
  { name, tags, parent }: Context,
  place: Place,
  { keyArn: given, emailAddresses = [] }: BuildNotifications,
): Topic & { keyArn: pulumi.Input<string> } {
  const keyArn = given ?? createTopicKey({ name, tags, parent }, place);
  const topic = new sns.Topic(
    `${name}-topic`,
    { displayName: `Builds of ${name}`, kmsMasterKeyId: keyArn, tags: nameTag(name, tags) },
    { parent },
  );
  const policy = new sns.TopicPolicy(
    `${name}-topic-policy`,
    { arn: topic.arn, policy: policyDocument(...topicStatements(name, place, topic.arn)) },
    { parent },
  );
  for (const endpoint of emailAddresses) {
    new sns.TopicSubscription(
      `${name}-topic-subscription-${endpoint}`,
      { topic: topic.arn, protocol: "email", endpoint },
      { parent },
    );
  }
  return { arn: topic.arn, keyArn, policies: [policy] };
}

/** A key for the topic alone, since the key that AWS has for topics admits no other service. It goes with the topic. */
function createTopicKey({ name, tags, parent }: Context, place: Place): pulumi.Output<string> {
  const key = new EncryptionKey(
    `${name}-notifications`,
    {
      place,
      description: `Encrypts what is told of the builds of ${name}`,
      services: [KeyService.EventBridge, KeyService.ImageBuilder],
      protectKey: false,
      ...(tags !== undefined && { tags }),
    },
    { parent },
  );
  return key.keyArn;
}

/** EventBridge publishes for this pipeline's rules alone; roles of the account, as their own policies let them. */
function topicStatements(name: string, place: Place, topicArn: pulumi.Output<string>): PolicyStatement[] {
  const { region, accountId } = place;
  return [
    {
      Sid: "RulesPublish",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: {
        ArnLike: { "aws:SourceArn": arn(place, { service: "events", region, accountId, resource: `rule/${name}-*` }) },
      },
    },
    {
      Sid: "EncryptedTransportOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "sns:Publish",
      Resource: topicArn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ];
}

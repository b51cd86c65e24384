import * as assert from "node:assert/strict";
import { inputsOf, named, names, type Recorded, waitsFor } from "@groundwork/core/testing";
import { pipelineWith, refusedWith } from "../args";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const TOPIC = "arn:aws:sns:eu-west-1:111122223333:builds";

/** The JSON document in an input. */
function documentIn(resources: Recorded[], name: string, input = "policy"): unknown {
  return JSON.parse(inputsOf(resources, name)[input] as string);
}

describe("the notifications of builds", () => {
  let resources: Recorded[];
  before(async () => {
    resources = await pipelineWith({ notifications: { emailAddresses: ["team@example.com"] } });
  });

  it("are none unless somebody asks for them", async () => {
    const silent = await pipelineWith({});
    assert.deepEqual([...names(silent, "aws:sns/topic:Topic"), ...names(silent, RULE)], []);
    assert.equal(inputsOf(silent, "web-ami-infrastructure-configuration")["snsTopicArn"], undefined);
  });

  it("go to a topic of its own, encrypted with a key that EventBridge and Image Builder may use", () => {
    const topic = inputsOf(resources, "web-ami-topic");
    assert.deepEqual(topic, {
      displayName: "Builds of web-ami",
      kmsMasterKeyId: "arn:of:web-ami-notifications-key",
      tags: { Name: "web-ami" },
    });
    const key = JSON.stringify(documentIn(resources, "web-ami-notifications-key"));
    assert.match(key, /"EventBridgeUsesTheKey"/);
    assert.match(key, /"ImageBuilderUsesTheKey"/);
    assert.equal(named(resources, "web-ami-notifications-key").protect, false);
    assert.deepEqual(inputsOf(resources, "web-ami-topic-subscription-team@example.com"), {
      topic: "arn:of:web-ami-topic",
      protocol: "email",
      endpoint: "team@example.com",
    });
    assert.equal(inputsOf(resources, "web-ami-infrastructure-configuration")["snsTopicArn"], "arn:of:web-ami-topic");
  });

  it("are published by this pipeline's rules and nobody else's", () => {
    assert.deepEqual(documentIn(resources, "web-ami-topic-policy"), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "RulesPublish",
          Effect: "Allow",
          Principal: { Service: "events.amazonaws.com" },
          Action: "sns:Publish",
          Resource: "arn:of:web-ami-topic",
          Condition: { ArnLike: { "aws:SourceArn": "arn:aws:events:eu-west-1:111122223333:rule/web-ami-*" } },
        },
        {
          Sid: "EncryptedTransportOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "sns:Publish",
          Resource: "arn:of:web-ami-topic",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
  });

  it("let the pipeline's role publish to this topic, with this key, before it starts", () => {
    assert.deepEqual(documentIn(resources, "web-ami-execution-notification-policy"), {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "sns:Publish", Resource: "arn:of:web-ami-topic" },
        {
          Effect: "Allow",
          Action: ["kms:GenerateDataKey", "kms:Decrypt"],
          Resource: "arn:of:web-ami-notifications-key",
          Condition: { StringEquals: { "kms:ViaService": "sns.eu-west-1.amazonaws.com" } },
        },
      ],
    });
    const waits = waitsFor(named(resources, "web-ami-pipeline"));
    assert.ok(waits.includes("web-ami-execution-notification-policy"), waits.join());
  });

  it("tell of the images of this recipe and of this pipeline alone", () => {
    const patterns = Object.fromEntries(
      names(resources, RULE).map((rule) => [rule, documentIn(resources, rule, "eventPattern")]),
    );
    const common = {
      source: ["aws.imagebuilder"],
      resources: [{ prefix: "arn:aws:imagebuilder:eu-west-1:111122223333:image/web/" }, "arn:of:web-ami-pipeline"],
    };
    assert.deepEqual(patterns, {
      "web-ami-state-event-rule": {
        ...common,
        "detail-type": ["EC2 Image Builder Image State Change"],
        detail: { state: { status: ["FAILED", "CANCELLED"] } },
      },
      "web-ami-finding-event-rule": {
        ...common,
        "detail-type": ["EC2 Image Builder CVE Detected"],
        detail: {
          $or: [
            { "finding-severity-counts": { critical: [{ numeric: [">", 0] }] } },
            { "finding-severity-counts": { high: [{ numeric: [">", 0] }] } },
          ],
        },
      },
      "web-ami-approval-event-rule": { ...common, "detail-type": ["EC2 Image Builder Workflow Step Waiting"] },
    });
  });

  it("say how to approve what waits, in the words of the command", () => {
    const target = named(resources, "web-ami-approval-event-target");
    assert.deepEqual(target.inputs, {
      rule: "web-ami-approval-event-rule-name",
      arn: "arn:of:web-ami-topic",
      inputTransformer: {
        inputPaths: { image: "$.resources[0]", step: "$.detail.workflow-step-execution-id" },
        inputTemplate:
          '"The AMI web waits for an approval of <image>. Approve it, or say STOP for RESUME: ' +
          "aws imagebuilder send-workflow-step-action --region eu-west-1 --action RESUME " +
          '--step-execution-id <step> --image-build-version-arn <image>"',
      },
    });
    assert.ok(waitsFor(target).includes("web-ami-topic-policy"));
  });

  it("take a topic and a key of the caller's, and make neither", async () => {
    const given = await pipelineWith({ notifications: { topicArn: TOPIC, keyArn: "arn:of:key" } });
    assert.deepEqual([...names(given, "aws:sns/topic:Topic"), ...names(given, "aws:kms/key:Key")], []);
    assert.equal(inputsOf(given, "web-ami-infrastructure-configuration")["snsTopicArn"], TOPIC);
    assert.equal(inputsOf(given, "web-ami-state-event-target")["arn"], TOPIC);
    const policy = documentIn(given, "web-ami-execution-notification-policy") as { Statement: { Resource: string }[] };
    assert.deepEqual(
      policy.Statement.map(({ Resource }) => Resource),
      [TOPIC, "arn:of:key"],
    );
    const encrypted = await pipelineWith({ notifications: { keyArn: "arn:of:key" } });
    assert.equal(inputsOf(encrypted, "web-ami-topic")["kmsMasterKeyId"], "arn:of:key");
    assert.deepEqual(names(encrypted, "aws:kms/key:Key"), []);
  });

  it("refuse what is no topic of Image Builder's and no address, all at once", async () => {
    const notifications = { topicArn: `${TOPIC}.fifo`, emailAddresses: ["team", "team"] };
    assert.deepEqual(await refusedWith({ notifications }), [
      `notifications.topicArn is "${TOPIC}.fifo"`,
      'notifications.emailAddresses is ["team","team"]',
      'notifications.emailAddresses is ["team","team"]',
      'notifications.emailAddresses[0] is "team"',
      'notifications.emailAddresses[1] is "team"',
    ]);
    assert.deepEqual(await refusedWith({ notifications: { emailAddresses: [] } }), [
      "notifications.emailAddresses is []",
    ]);
  });
});

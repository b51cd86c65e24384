import * as assert from "node:assert/strict";
import { configOf, ofType, policiesOf, resourcesOf, type Recorded, run, scheduleOf } from "../stack";
import { describeEnvironment } from "./environment";

const GRANT = "aws:kms/grant:Grant";
const KEY = "aws:kms/key:Key";
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

describeEnvironment("prod");

describe("prod", () => {
  let resources: Recorded[];

  before(async () => {
    resources = await resourcesOf("prod");
  });

  it("has static addresses before its load balancer, both protected from deletion", () => {
    const balancers = ofType(resources, LOAD_BALANCER).map(({ inputs }) => [
      inputs["loadBalancerType"],
      inputs["internal"],
      inputs["enableDeletionProtection"],
    ]);
    assert.deepEqual(balancers.sort(), [
      ["application", true, true],
      ["network", false, true],
    ]);
    const addresses = ofType(resources, "aws:ec2/eip:Eip").filter(({ name }) => name.startsWith("prod-front"));
    assert.equal(addresses.length, 3);
  });

  it("keeps a session at one instance by the application's own cookie", () => {
    const [web] = ofType(resources, TARGET_GROUP).filter(({ inputs }) => inputs["targetType"] === "instance");
    assert.deepEqual(web!.inputs["stickiness"], {
      enabled: true,
      type: "app_cookie",
      cookieName: "session",
      cookieDuration: 86_400,
    });
  });

  it("records its traffic and loses one way out at most when a zone fails", () => {
    assert.equal(ofType(resources, "aws:ec2/flowLog:FlowLog").length, 1);
    assert.equal(ofType(resources, NAT_GATEWAY).length, 3);
  });

  it("is given its AMIs by another account's pipelines, and is granted the key that it launches them with", () => {
    const [role] = ofType(resources, "aws:iam/role:Role").filter(
      ({ name }) => name === "prod-images-cross-account-role",
    );
    assert.equal(role!.inputs["name"], "EC2ImageBuilderDistributionCrossAccountRole");
    assert.match(
      role!.inputs["assumeRolePolicy"] as string,
      /arn:aws:iam::111122223333:role\/web-ami-execution-role-\*/,
    );
    const [grant, ...others] = ofType(resources, GRANT);
    assert.deepEqual(others, []);
    assert.match(grant!.inputs["keyId"] as string, /^arn:aws:kms:eu-west-1:111122223333:key\//);
    assert.match(grant!.inputs["granteePrincipal"] as string, /:444455556666:role\/aws-service-role\//);
  });

  it("is only what another account needs to give it AMIs, as long as it awaits the first", async () => {
    const source = JSON.parse(configOf("prod")["groundwork:imageSource"]!) as object;
    const { resources: waiting } = await run("prod", {
      ...configOf("prod"),
      "groundwork:imageSource": JSON.stringify({ ...source, awaitsFirstAmi: true }),
    });
    const types = new Set(waiting.map(({ type }) => type));
    assert.deepEqual(
      [...types].sort(),
      [
        "aws:iam/role:Role",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        GRANT,
        "golden-ami:index:DistributionTarget",
      ].sort(),
    );
  });

  it("needs none of that in the account that builds", async () => {
    const source = { accountId: "444455556666", keyArns: { images: "arn:aws:kms:eu-west-1:444455556666:key/one" } };
    const { resources: own } = await run("prod", {
      ...configOf("prod"),
      "groundwork:imageSource": JSON.stringify(source),
    });
    assert.deepEqual(ofType(own, GRANT), []);
    assert.deepEqual(ofType(await resourcesOf("dev"), GRANT), []);
  });

  it("copies its daily snapshots and its AMIs to another Region, under a key of that Region", async () => {
    const copied = policiesOf(resources).map(({ schedules }) => {
      const [first] = schedules;
      const [copy] = first!["crossRegionCopyRules"] as Record<string, unknown>[];
      return [first!["name"], copy!["target"] ?? copy!["targetRegion"]];
    });
    assert.deepEqual(copied, [
      ["prod-daily", "eu-central-1"],
      ["prod-weekly", "eu-central-1"],
    ]);
    assert.deepEqual(
      ofType(resources, KEY).map(({ inputs }) => inputs["region"]),
      ["eu-west-1", "eu-central-1"],
    );
    assert.equal(scheduleOf(await resourcesOf("dev"))["crossRegionCopyRules"], undefined);
  });

  it("allows its own AMIs, the originals that they are copied from, and no others", () => {
    const settings = ofType(resources, "aws:ec2/allowedImagesSettings:AllowedImagesSettings");
    assert.deepEqual(
      settings.map(({ inputs }) => [inputs["state"], inputs["imageCriterions"]]),
      [["enabled", [{ imageProviders: ["444455556666", "111122223333"] }]]],
    );
  });

  it("snapshots each hour and each day, archives each month, and makes AMIs of what carries their tag", () => {
    const [snapshots, amis] = policiesOf(resources);
    assert.deepEqual(
      snapshots!.schedules.map(({ name, retainRule, archiveRule }) => [name, retainRule, archiveRule !== undefined]),
      [
        ["prod-daily", { interval: 35, intervalUnit: "DAYS" }, false],
        ["prod-hourly", { interval: 7, intervalUnit: "DAYS" }, false],
        ["prod-monthly", { interval: 36, intervalUnit: "DAYS" }, true],
      ],
    );
    assert.deepEqual(amis!.targetTags, { AmiBackup: "prod" });
    assert.equal(amis!.policyType, "IMAGE_MANAGEMENT");
  });

  it("tells the environment's topic of backups that fail or are missing, where it has one", async () => {
    const alarmTopicArn = "arn:aws:sns:eu-west-1:111122223333:alarms";
    const config = configOf("prod");
    const loadBalancer = JSON.parse(config["groundwork:loadBalancer"]!) as object;
    const told = await run("prod", {
      ...config,
      "groundwork:loadBalancer": JSON.stringify({ ...loadBalancer, alarmTopicArn }),
    });
    const alarms = ofType(told.resources, "aws:cloudwatch/metricAlarm:MetricAlarm").filter(
      ({ inputs }) => inputs["namespace"] === "AWS/EBS",
    );
    assert.deepEqual(alarms.map(({ name }) => name).sort(), [
      "prod-amis-copy-failed-alarm",
      "prod-amis-create-failed-alarm",
      "prod-daily-copy-failed-alarm",
      "prod-daily-copy-missing-alarm",
      "prod-daily-create-failed-alarm",
      "prod-daily-create-missing-alarm",
    ]);
    for (const { inputs } of alarms) {
      assert.deepEqual(inputs["alarmActions"], [alarmTopicArn]);
    }
  });
});

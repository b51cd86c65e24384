import * as assert from "node:assert/strict";
import { ofType, run, type Recorded, type Run } from "./stack";

const ENVIRONMENTS = ["shared", "dev", "staging", "prod"];

const KEY = "aws:kms/key:Key";
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
const SCHEDULE = "aws:dlm/lifecyclePolicy:LifecyclePolicy";
const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

/** The one schedule of an environment's snapshot policy. */
function scheduleOf(resources: Recorded[]): Record<string, unknown> {
  const details = ofType(resources, SCHEDULE)[0]!.inputs["policyDetails"] as { schedules: Record<string, unknown>[] };
  return details.schedules[0]!;
}

describe("environments", () => {
  const runs = new Map<string, Run>();
  const resourcesOf = (environment: string): Recorded[] => runs.get(environment)!.resources;

  before(async function () {
    this.timeout(120_000);
    for (const environment of ENVIRONMENTS) {
      runs.set(environment, await run(environment));
    }
  });

  for (const environment of ENVIRONMENTS) {
    describe(environment, () => {
      it("registers at least 20 resources of AWS from the values in its file", () => {
        const own = resourcesOf(environment).filter(({ type }) => type.startsWith("aws:"));
        assert.ok(own.length >= 20, `${own.length} resources`);
      });

      it("makes no look-up, so that a preview needs no account", () => {
        assert.deepEqual(runs.get(environment)!.lookUps, []);
      });

      it("has outputs", () => {
        assert.notDeepEqual(runs.get(environment)!.outputs, []);
      });

      it("tags whatever it can with its name and owner, so that every cost has one", () => {
        for (const { name, inputs } of resourcesOf(environment)) {
          const tags = inputs["tags"];
          if (typeof tags === "object" && tags !== null && !Array.isArray(tags)) {
            const { Environment, Owner } = tags as Record<string, unknown>;
            assert.deepEqual({ Environment, Owner }, { Environment: environment, Owner: "platform" }, name);
          }
        }
      });
    });
  }

  for (const environment of ["dev", "staging", "prod"]) {
    it(`${environment} launches the approved web AMI only, on volumes that its schedule looks for`, () => {
      const resources = resourcesOf(environment);
      const templates = ofType(resources, TEMPLATE);
      assert.ok(templates.length > 0);
      const details = ofType(resources, SCHEDULE)[0]!.inputs["policyDetails"] as { targetTags: object };
      for (const { inputs } of templates) {
        assert.equal(inputs["imageId"], "resolve:ssm:/golden-ami/web/approved");
        const specifications = inputs["tagSpecifications"] as { resourceType: string; tags: object }[];
        const { tags } = specifications.find(({ resourceType }) => resourceType === "volume")!;
        assert.deepEqual({ ...tags, ...details.targetTags }, tags);
      }
    });
  }

  it("shared builds the AMI that the others launch, but approves none", () => {
    const distributions = ofType(
      resourcesOf("shared"),
      "aws:imagebuilder/distributionConfiguration:DistributionConfiguration",
    );
    assert.deepEqual(
      distributions.map(({ inputs }) =>
        (inputs["distributions"] as { ssmParameterConfigurations: object[] }[]).flatMap(
          (each) => each.ssmParameterConfigurations,
        ),
      ),
      [[{ parameterName: "/golden-ami/web/candidate", dataType: "aws:ec2:image" }]],
    );
  });

  it("shared lets Auto Scaling use the key of the AMIs, without which no fleet could launch them", () => {
    const policy = ofType(resourcesOf("shared"), KEY)[0]!.inputs["policy"] as string;
    assert.match(policy, /AWSServiceRoleForAutoScaling/);
  });

  it("dev is small: one NAT gateway, and a load balancer that can be destroyed", () => {
    const resources = resourcesOf("dev");
    assert.equal(ofType(resources, NAT_GATEWAY).length, 1);
    assert.deepEqual(
      ofType(resources, LOAD_BALANCER).map(({ inputs }) => inputs["enableDeletionProtection"]),
      [false],
    );
  });

  it("dev answers /status by a function, and all else by its fleet", () => {
    const resources = resourcesOf("dev");
    assert.deepEqual(
      ofType(resources, TARGET_GROUP)
        .map(({ inputs }) => inputs["targetType"])
        .sort(),
      ["instance", "lambda"],
    );
    const [rule] = ofType(resources, "aws:lb/listenerRule:ListenerRule");
    assert.deepEqual(rule!.inputs["conditions"], [{ pathPattern: { values: ["/status"] } }]);
    assert.equal(ofType(resources, "aws:lambda/function:Function").length, 1);
  });

  it("staging has two fleets, each behind its own target group, so that requests can move between them", () => {
    const resources = resourcesOf("staging");
    assert.equal(ofType(resources, "aws:autoscaling/group:Group").length, 2);
    assert.equal(ofType(resources, TARGET_GROUP).length, 2);
    assert.equal(ofType(resources, NAT_GATEWAY).length, 3);
  });

  it("prod has static addresses before its load balancer, both protected from deletion", () => {
    const resources = resourcesOf("prod");
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

  it("prod keeps a session at one instance by the application's own cookie", () => {
    const [web] = ofType(resourcesOf("prod"), TARGET_GROUP).filter(({ inputs }) => inputs["targetType"] === "instance");
    assert.deepEqual(web!.inputs["stickiness"], {
      enabled: true,
      type: "app_cookie",
      cookieName: "session",
      cookieDuration: 86_400,
    });
  });

  it("prod records its traffic and loses one way out at most when a zone fails", () => {
    const resources = resourcesOf("prod");
    assert.equal(ofType(resources, "aws:ec2/flowLog:FlowLog").length, 1);
    assert.equal(ofType(resources, NAT_GATEWAY).length, 3);
  });

  it("prod copies its snapshots to another Region, under a key of that Region", () => {
    const resources = resourcesOf("prod");
    const [copy] = scheduleOf(resources)["crossRegionCopyRules"] as Record<string, unknown>[];
    assert.equal(copy!["target"], "eu-central-1");
    assert.deepEqual(
      ofType(resources, KEY).map(({ inputs }) => inputs["region"]),
      [undefined, "eu-central-1"],
    );
    assert.equal(scheduleOf(resourcesOf("dev"))["crossRegionCopyRules"], undefined);
  });
});

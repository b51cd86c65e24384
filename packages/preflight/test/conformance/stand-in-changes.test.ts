import * as assert from "node:assert/strict";
import { Account } from "./harness/account";
import { behaviourOf, KNOWN_TOKENS } from "./provider/behaviour";
import { type Shape } from "../../src/lookups/placeholders/declarations";
import { unwrittenConditions } from "./provider/conditions";
import { Sdk } from "./provider/sdk";
import { type Properties, UNKNOWN } from "./provider/values";
import * as path from "node:path";

const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
const LISTENER = "aws:lb/listener:Listener";
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

describe("the facts of the stand-in", () => {
  const sdk = new Sdk(path.dirname(require.resolve("@pulumi/aws/package.json")));

  it("name inputs that the installed SDK has, at every depth", () => {
    const strangers = KNOWN_TOKENS.flatMap((token) => {
      const behaviour = behaviourOf(token);
      const paths = [
        ...(behaviour?.replacedBy ?? []),
        ...(behaviour?.keeps ?? []),
        ...(behaviour?.required ?? []),
        ...(behaviour?.unordered ?? []),
        ...[behaviour?.conflicts, behaviour?.exactlyOneOf, behaviour?.atLeastOneOf, behaviour?.requiredWith].flatMap(
          (groups) => (groups ?? []).flat(),
        ),
        ...[behaviour?.replacedWhen, behaviour?.defaults, behaviour?.values, behaviour?.ranges].flatMap((record) =>
          Object.keys(record ?? {}),
        ),
      ];
      return paths.filter((each) => !exists(sdk, token, each)).map((each) => `${token} ${each}`);
    });
    assert.deepEqual(strangers, []);
  });

  it("have each condition written that they give in words", () => {
    const unwritten = KNOWN_TOKENS.flatMap((token) => {
      const behaviour = behaviourOf(token);
      return behaviour === undefined ? [] : unwrittenConditions(token, behaviour).map((each) => `${token} ${each}`);
    });
    assert.deepEqual(unwritten, []);
  });

  it("hold for both names of load balancing", () => {
    assert.equal(behaviourOf("aws:alb/targetGroup:TargetGroup"), behaviourOf(TARGET_GROUP));
    assert.equal(behaviourOf("aws:sqs/queue:Queue"), undefined);
  });
});

/** Whether a type has an input at a path. */
function exists(sdk: Sdk, token: string, wanted: string): boolean {
  const [first = "", ...steps] = wanted.replaceAll("[]", ".[]").split(".");
  let shape: Shape | undefined = sdk.resource(token)?.inputs.get(first)?.shape;
  for (const step of steps) {
    if (shape?.kind === "any" || shape?.kind === "map") {
      return true;
    }
    if (shape?.kind === "list" && step === "[]") {
      shape = shape.element;
    } else {
      const list: ReturnType<Sdk["object"]> = shape?.kind === "object" ? sdk.object(shape.reference) : [];
      shape = list.find((member) => member.name === step)?.shape;
    }
  }
  return shape !== undefined;
}

describe("what the stand-in plans for a change", () => {
  let account: Account;
  beforeEach(() => {
    account = new Account();
  });
  afterEach(() => account.close());

  /** The plan for a resource that is made with some inputs and then given others. */
  function plan(token: string, before: Properties, after: Properties) {
    return account.plan(account.create(token, "it", before), after);
  }

  const group = { port: 80, protocol: "HTTP", vpcId: "vpc-1" };

  it("replaces what always replaces, wherever it stands", () => {
    assert.deepEqual(plan(TARGET_GROUP, group, { ...group, port: 81 }), {
      changes: ["port"],
      replaces: ["port"],
      deletesFirst: false,
    });
    const instance = { ami: "ami-1", instanceType: "t3.micro", rootBlockDevice: { encrypted: true, volumeSize: 8 } };
    const encrypted = { ...instance, rootBlockDevice: { encrypted: false, volumeSize: 8 } };
    const larger = { ...instance, rootBlockDevice: { encrypted: true, volumeSize: 9 } };
    assert.deepEqual(plan("aws:ec2/instance:Instance", instance, encrypted).replaces, ["rootBlockDevice"]);
    assert.deepEqual(plan("aws:ec2/instance:Instance", instance, larger).replaces, []);
    assert.deepEqual(plan("aws:ec2/instance:Instance", instance, larger).changes, ["rootBlockDevice"]);
  });

  it("updates what may change in place", () => {
    const { changes, replaces } = plan(TARGET_GROUP, group, { ...group, deregistrationDelay: 10 });
    assert.deepEqual([changes, replaces], [["deregistrationDelay"], []]);
  });

  it("sees no difference where a program leaves out what AWS keeps, and the old value stays", () => {
    const sticky = { ...group, stickiness: { type: "lb_cookie", enabled: true }, loadBalancingAnomalyMitigation: "on" };
    const made = account.create(TARGET_GROUP, "it", sticky);
    assert.deepEqual(account.plan(made, group).changes, []);
    const updated = account.update(made, { ...group, slowStart: 30 });
    assert.equal(updated.outputs["loadBalancingAnomalyMitigation"], "on");
    assert.deepEqual(updated.outputs["stickiness"], { type: "lb_cookie", enabled: true, cookieDuration: 86400 });
    const off = { ...group, stickiness: { type: "lb_cookie", enabled: false } };
    assert.deepEqual(account.plan(made, off).changes, ["stickiness"]);
  });

  it("keeps the stickiness of a forward, and makes a listener that names no server unless told to", () => {
    const targetGroups = [{ arn: "arn:1" }, { arn: "arn:2" }];
    const listener = (forward: Properties): Properties => ({
      loadBalancerArn: "arn:balancer",
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "forward", forward }],
    });
    const sticky = listener({ targetGroups, stickiness: { enabled: true, duration: 60 } });
    assert.deepEqual(plan(LISTENER, sticky, listener({ targetGroups })).changes, []);
    const off = listener({ targetGroups, stickiness: { enabled: false, duration: 1 } });
    assert.deepEqual(plan(LISTENER, { ...sticky, port: 82 }, { ...off, port: 82 }).changes, ["defaultActions"]);
    const { routingHttpResponseServerEnabled } = account.create(LISTENER, "made", { ...sticky, port: 81 }).outputs;
    assert.equal(routingHttpResponseServerEnabled, false);
  });

  it("falls back to the default where a program leaves out what has one", () => {
    const slow = { ...group, slowStart: 30 };
    assert.deepEqual(plan(TARGET_GROUP, slow, group).changes, ["slowStart"]);
    assert.deepEqual(plan(TARGET_GROUP, { ...group, slowStart: 0 }, group).changes, []);
    assert.deepEqual(plan(TARGET_GROUP, group, { ...group, slowStart: 0 }).changes, []);
    assert.equal(account.create(TARGET_GROUP, "filled", group).outputs["deregistrationDelay"], 300);
  });

  it("removes what has neither a default nor stays", () => {
    const tagged = { ...group, tags: { Name: "a" } };
    assert.deepEqual(plan(TARGET_GROUP, tagged, group).changes, ["tags"]);
  });

  it("sees no difference in the order of a set, but in that of a list", () => {
    const balancer = { internal: true, subnets: ["a", "b"] };
    assert.deepEqual(plan(LOAD_BALANCER, balancer, { ...balancer, subnets: ["b", "a"] }).changes, []);
    const parameters = { name: "recipe", version: "1.0.0", parentImage: "ami-1" };
    const components = (...arns: string[]): Properties => ({
      ...parameters,
      components: arns.map((componentArn) => ({ componentArn })),
    });
    const recipe = "aws:imagebuilder/imageRecipe:ImageRecipe";
    assert.deepEqual(plan(recipe, components("a", "b"), components("b", "a")).replaces, ["components"]);
  });

  it("takes JSON for the same however it is written, and numbers and flags as text", () => {
    const role = (policy: string): Properties => ({ assumeRolePolicy: policy });
    assert.deepEqual(plan("aws:iam/role:Role", role(`{"a":1,"b":[2]}`), role(`{ "b": [2], "a": 1 }`)).changes, []);
    assert.deepEqual(plan("aws:iam/role:Role", role(`{"a":1}`), role(`{"a":2}`)).changes, ["assumeRolePolicy"]);
    assert.deepEqual(plan(TARGET_GROUP, group, { ...group, port: "80" }).changes, []);
  });

  it("replaces where an input that always replaces is not known yet", () => {
    assert.deepEqual(plan(TARGET_GROUP, group, { ...group, vpcId: UNKNOWN }).replaces, ["vpcId"]);
  });

  it("deletes first where the program names what Pulumi would name, whether the name changes or not", () => {
    const named = { ...group, name: "web" };
    assert.equal(plan(TARGET_GROUP, named, { ...named, port: 81 }).deletesFirst, true);
    assert.equal(plan(TARGET_GROUP, { ...group, name: "old" }, { ...group, name: "new" }).deletesFirst, true);
    assert.equal(
      plan(TARGET_GROUP, { ...named, name: "api" }, { ...named, name: "api", slowStart: 30 }).deletesFirst,
      false,
    );
    const record = { zoneId: "Z1", name: "a.example.com", type: "A", records: ["1.2.3.4"], ttl: 60 };
    assert.equal(plan("aws:route53/record:Record", record, { ...record, name: "b.example.com" }).deletesFirst, false);
  });

  it("replaces where the Region changes, but not where the provider's own is named", () => {
    assert.deepEqual(plan(TARGET_GROUP, group, { ...group, region: "eu-west-1" }).replaces, ["region"]);
    assert.deepEqual(plan(TARGET_GROUP, group, { ...group, region: "eu-central-1" }).changes, []);
  });

  it("replaces a network load balancer that loses a subnet or swaps one, and no other", () => {
    const replaced = (loadBalancerType: string, before: string[], after: string[]) =>
      plan(
        LOAD_BALANCER,
        { loadBalancerType, internal: true, subnets: before },
        {
          loadBalancerType,
          internal: true,
          subnets: after,
        },
      ).replaces;
    assert.deepEqual(replaced("network", ["a", "b"], ["a", "c"]), ["subnets"]);
    assert.deepEqual(replaced("network", ["a", "b"], ["a"]), ["subnets"]);
    assert.deepEqual(replaced("network", ["a", "b"], ["a", "b", "c"]), []);
    assert.deepEqual(replaced("network", ["a", "b"], ["a", UNKNOWN]), []);
    assert.deepEqual(replaced("application", ["a", "b"], ["a", "c"]), []);
  });

  it("replaces a network load balancer that comes to have security groups, or none", () => {
    const replaced = (loadBalancerType: string, before: string[], after: string[]) => {
      const base = { loadBalancerType, internal: true, subnets: ["a"] };
      return plan(LOAD_BALANCER, { ...base, securityGroups: before }, { ...base, securityGroups: after }).replaces;
    };
    assert.deepEqual(replaced("network", ["a"], []), ["securityGroups"]);
    assert.deepEqual(replaced("network", [], ["a"]), ["securityGroups"]);
    assert.deepEqual(replaced("network", ["a"], ["b"]), []);
    assert.deepEqual(replaced("application", ["a"], []), []);
  });

  it("replaces a network load balancer whose address in a subnet changes, and no application one that gains a subnet", () => {
    const base = { loadBalancerType: "network", internal: false };
    const at = (...pairs: [string, string][]): Properties => ({
      ...base,
      subnetMappings: pairs.map(([subnetId, allocationId]) => ({ subnetId, allocationId })),
    });
    assert.deepEqual(plan(LOAD_BALANCER, at(["a", "1"]), at(["a", "2"])).replaces, ["subnetMappings"]);
    assert.deepEqual(plan(LOAD_BALANCER, at(["a", "1"]), at(["a", "1"], ["b", "2"])).replaces, []);
  });

  it("replaces a security group's rule that turns to another kind of peer, but not one with another address", () => {
    const rule = { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 443 };
    const from = (peer: Properties): Properties => ({ ...rule, ...peer });
    assert.deepEqual(plan(RULE, from({ cidrIpv4: "10.0.0.0/8" }), from({ cidrIpv4: "10.1.0.0/16" })).replaces, []);
    const turned = plan(RULE, from({ cidrIpv4: "10.2.0.0/16" }), from({ referencedSecurityGroupId: "sg-2" }));
    assert.deepEqual(turned.replaces, ["cidrIpv4", "referencedSecurityGroupId"]);
  });

  it("raises a launch template's version with every update, unless the default stays behind", () => {
    const made = account.create("aws:ec2/launchTemplate:LaunchTemplate", "it", { imageId: "ami-1" });
    const updated = account.update(made, { imageId: "ami-2" });
    assert.equal(updated.outputs["latestVersion"], Number(made.outputs["latestVersion"]) + 1);
    assert.equal(updated.outputs["defaultVersion"], made.outputs["defaultVersion"]);
    const followed = account.update(updated, { imageId: "ami-3", updateDefaultVersion: true });
    assert.equal(followed.outputs["defaultVersion"], followed.outputs["latestVersion"]);
  });

  it("raises a parameter's version with its value or description, says so beforehand, and not with its tags", () => {
    const parameter = { name: "/it", type: "String", value: "one", description: "It" };
    const first = account.create("aws:ssm/parameter:Parameter", "it", parameter);
    const version = (inputs: Properties, preview = false) => account.update(first, inputs, preview).outputs["version"];
    assert.equal(first.outputs["version"], 1);
    assert.equal(version({ ...parameter, tags: { a: "b" } }, true), 1);
    assert.equal(version({ ...parameter, tags: { a: "b" } }), 1);
    assert.equal(version({ ...parameter, description: "Other" }, true), UNKNOWN);
    assert.equal(version({ ...parameter, value: "two" }, true), UNKNOWN);
    const second = account.update(first, { ...parameter, value: "two" });
    assert.equal(second.outputs["version"], 2);
    assert.equal(account.update(second, parameter).outputs["version"], 3);
  });
});

describe("what the stand-in refuses of inputs", () => {
  let account: Account;
  before(() => {
    account = new Account();
  });
  after(() => account.close());

  const record = { zoneId: "Z1", name: "a.example.com", type: "A", records: ["1.2.3.4"], ttl: 60 };

  it("are inputs that exclude each other, or of which one must be there", () => {
    const alias = { name: "b.example.com", zoneId: "Z2", evaluateTargetHealth: true };
    assert.deepEqual(account.check("aws:route53/record:Record", record), []);
    assert.deepEqual(account.check("aws:route53/record:Record", { ...record, aliases: [alias] }), [
      `"aliases" conflicts with "records"`,
      `"aliases" conflicts with "ttl"`,
      `exactly one of "aliases", "records" must be set`,
    ]);
    const { records: _records, ttl: _ttl, ...bare } = record;
    assert.deepEqual(account.check("aws:route53/record:Record", bare), [
      `exactly one of "aliases", "records" must be set`,
    ]);
    assert.deepEqual(account.check("aws:cloudwatch/eventRule:EventRule", {}), [
      `at least one of "eventPattern", "scheduleExpression" must be set`,
    ]);
  });

  it("are inputs without another that they need", () => {
    const weighted = { ...record, weightedRoutingPolicies: [{ weight: 1 }] };
    assert.deepEqual(account.check("aws:route53/record:Record", weighted), [
      `"weightedRoutingPolicies" needs "setIdentifier"`,
    ]);
    assert.deepEqual(account.check("aws:route53/record:Record", { ...weighted, setIdentifier: UNKNOWN }), []);
  });

  it("are values that are not among those allowed, and figures out of their range", () => {
    const group = { port: 80, protocol: "HTTP", vpcId: "vpc-1" };
    assert.deepEqual(account.check(TARGET_GROUP, { ...group, loadBalancingAnomalyMitigation: "maybe" }), [
      `"loadBalancingAnomalyMitigation" is "maybe", but must be one of ["on","off"]`,
    ]);
    assert.deepEqual(account.check(TARGET_GROUP, { ...group, port: 0, deregistrationDelay: UNKNOWN }), [
      `the value of "port" is 0, but must be from 1 to 65535`,
    ]);
    const names = ["a", "b", "c", "d", "e", "f"].map((arn) => ({ arn }));
    const rule = {
      listenerArn: "l",
      conditions: [{ pathPattern: { values: ["/"] } }],
      actions: [{ type: "forward", forward: { targetGroups: names } }],
    };
    assert.deepEqual(account.check("aws:lb/listenerRule:ListenerRule", rule), [
      `the items of "actions[].forward.targetGroups" is 6, but must be from 1 to 5`,
    ]);
  });

  it("passes over, aloud, a type that nothing is known of", () => {
    assert.deepEqual(account.check("aws:sqs/queue:Queue", { name: "q" }), []);
    assert.deepEqual(account.cloud.unknownTypes(), ["aws:sqs/queue:Queue"]);
  });
});

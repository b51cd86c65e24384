import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { checkInputs } from "./provider/check";
import { Cloud } from "./provider/cloud";
import { createdOutputs, previewOutputs } from "./provider/made-up";
import { type ResourceType, Sdk } from "./provider/sdk";
import { type Properties, secret, UNKNOWN } from "./provider/values";
import { vpcConflict } from "./provider/vpcs";

const root = path.dirname(require.resolve("@pulumi/aws/package.json"));
const sdk = new Sdk(root);

function typeOf(token: string): ResourceType {
  const type = sdk.resource(token);
  assert.ok(type);
  return type;
}

const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
const LISTENER = "aws:lb/listener:Listener";
const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

describe("the stand-in's types", () => {
  it("are read from every resource class of the installed SDK, so that none fails in a deployment", () => {
    const files = fs
      .readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "types")
      .flatMap(({ name }) => fs.readdirSync(path.join(root, name)).map((file) => path.join(root, name, file)))
      .filter((file) => file.endsWith(".js"));
    const fresh = new Sdk(root);
    let types = 0;
    for (const file of files) {
      const token = /static __pulumiType = '([^']+)'/.exec(fs.readFileSync(file, "utf8"))?.[1];
      if (token !== undefined) {
        const declared = fs.readFileSync(file.replace(/\.js$/, ".d.ts"), "utf8");
        const outputs = declared.match(/^ {4}readonly \w+: pulumi\.Output</gm) ?? [];
        assert.equal(fresh.resource(token)?.outputs.size, outputs.length, token);
        types++;
      }
    }
    assert.ok(types > 1000, `${types} types`);
  });

  it("know computed outputs, required inputs and nested types", () => {
    const type = typeOf(LISTENER);
    assert.deepEqual(type.computed.sort(), ["arn", "tagsAll"]);
    assert.equal(type.inputs.get("defaultActions")?.optional, false);
    assert.deepEqual(type.inputs.get("defaultActions")?.shape, {
      kind: "list",
      element: { kind: "object", reference: "inputs.lb.ListenerDefaultAction" },
    });
    assert.equal(type.inputs.get("port")?.optional, true);
  });

  it("are none for a token that the SDK does not have", () => {
    assert.equal(sdk.resource("aws:lb/nothing:Nothing"), undefined);
    assert.equal(sdk.resource("aws:nowhere/nothing:Nothing"), undefined);
  });
});

describe("the stand-in's checks", () => {
  const good: Properties = {
    loadBalancerArn: "arn",
    port: 443,
    defaultActions: [{ type: "forward", targetGroupArn: UNKNOWN }],
  };
  const propertiesRefused = (inputs: Properties): string[] =>
    checkInputs(sdk, typeOf(LISTENER), inputs).map(({ property }) => property);

  it("pass what the SDK declares, unknown and secret values too", () => {
    assert.deepEqual(propertiesRefused(good), []);
    assert.deepEqual(propertiesRefused({ ...good, defaultActions: UNKNOWN, port: secret(443) }), []);
  });

  it("refuse inputs that do not exist, at any depth", () => {
    assert.deepEqual(propertiesRefused({ ...good, ports: 1 }), ["ports"]);
    assert.deepEqual(propertiesRefused({ ...good, defaultActions: [{ type: "forward", target: "x" }] }), [
      "defaultActions[0].target",
    ]);
  });

  it("refuse to miss required inputs, at any depth", () => {
    assert.deepEqual(propertiesRefused({ ...good, defaultActions: null }), ["defaultActions"]);
    assert.deepEqual(propertiesRefused({ ...good, defaultActions: [{}] }), ["defaultActions[0].type"]);
  });

  it("refuse values of another shape", () => {
    assert.deepEqual(propertiesRefused({ ...good, port: "https" }), ["port"]);
    assert.deepEqual(propertiesRefused({ ...good, defaultActions: { type: "forward" } }), ["defaultActions"]);
  });
});

describe("the stand-in's outputs", () => {
  const type = typeOf(TARGET_GROUP);
  const origin = { type, name: "web", region: "eu-central-1", digits: "0123456789abcdef0123" };

  it("are unknown in a preview where AWS would answer, and absent where it would not", () => {
    const outputs = previewOutputs(type, { port: 80 });
    assert.equal(outputs["arn"], UNKNOWN);
    assert.equal(outputs["name"], UNKNOWN);
    assert.equal(outputs["port"], 80);
    assert.equal("slowStart" in outputs, false);
  });

  it("are made up the same each time in an update", () => {
    const [id, outputs] = createdOutputs(sdk, origin, { port: 80 });
    assert.equal(id, "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web-0123456/0123456789abcdef");
    assert.equal(outputs["arn"], id);
    assert.equal(outputs["arnSuffix"], "targetgroup/web-0123456/0123456789abcdef");
    assert.deepEqual(createdOutputs(sdk, origin, { port: 80 }), [id, outputs]);
  });
});

describe("the stand-in's cloud", () => {
  let folder: string;
  let cloud: Cloud;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "cloud-"));
    cloud = new Cloud(folder);
    cloud.put({
      id: "arn:one",
      token: TARGET_GROUP,
      name: "web",
      inputs: {},
      outputs: { name: "web", arn: "arn:one" },
    });
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it("holds one target group of a name", () => {
    assert.match(cloud.conflict(TARGET_GROUP, "arn:two", { name: "web" }) ?? "", /^DuplicateTargetGroupName: /);
    assert.equal(cloud.conflict(TARGET_GROUP, "arn:two", { name: "api" }), undefined);
    assert.equal(cloud.conflict(TARGET_GROUP, "arn:one", { name: "web" }), undefined);
  });

  it("holds one rule of a priority for each listener, under either name of the service", () => {
    const rule = { priority: 1, listenerArn: "arn:listener" };
    cloud.put({ id: "arn:rule", token: "aws:lb/listenerRule:ListenerRule", name: "rule", inputs: rule, outputs: rule });
    const conflict = (outputs: Properties): string | undefined =>
      cloud.conflict("aws:alb/listenerRule:ListenerRule", "arn:new", outputs);
    assert.match(conflict(rule) ?? "", /^PriorityInUse: /);
    assert.equal(conflict({ ...rule, priority: 2 }), undefined);
    assert.equal(conflict({ ...rule, listenerArn: "arn:other" }), undefined);
  });

  it("keeps a target group that a listener names, until the listener is gone", () => {
    const inputs = { defaultActions: [{ type: "forward", targetGroupArn: "arn:one" }] };
    cloud.put({ id: "arn:listener", token: LISTENER, name: "listener", inputs, outputs: inputs });
    assert.match(cloud.holder(TARGET_GROUP, "arn:one") ?? "", /^ResourceInUse: /);
    cloud.remove({ token: LISTENER, id: "arn:listener", inputs });
    assert.equal(cloud.holder(TARGET_GROUP, "arn:one"), undefined);
  });

  it("keeps a load balancer in its VPC, and its listeners from target groups of another", () => {
    const put = (token: string, id: string, inputs: Properties): void =>
      cloud.put({ id, token, name: id, inputs, outputs: inputs });
    for (const vpcId of ["vpc-1", "vpc-2"]) {
      put("aws:ec2/subnet:Subnet", `subnet-of-${vpcId}`, { vpcId });
      put(TARGET_GROUP, `arn:group-of-${vpcId}`, { vpcId });
    }
    put(LOAD_BALANCER, "arn:balancer", { subnets: ["subnet-of-vpc-1"] });
    const moved = vpcConflict(cloud, LOAD_BALANCER, "arn:balancer", { subnets: ["subnet-of-vpc-2"] });
    assert.equal(moved, "InvalidConfigurationRequest: arn:balancer cannot be in vpc-1 and vpc-2");
    assert.equal(vpcConflict(cloud, LOAD_BALANCER, "arn:balancer", { subnets: ["subnet-of-vpc-1"] }), undefined);
    assert.equal(vpcConflict(cloud, LOAD_BALANCER, "arn:another", { subnets: ["subnet-of-vpc-2"] }), undefined);

    const forwarding = (targetGroupArn: string): string | undefined =>
      vpcConflict(cloud, LISTENER, "arn:new", {
        loadBalancerArn: "arn:balancer",
        defaultActions: [{ targetGroupArn }],
      });
    assert.match(forwarding("arn:group-of-vpc-2") ?? "", /^InvalidConfigurationRequest: /);
    assert.equal(forwarding("arn:group-of-vpc-1"), undefined);
  });

  it("remembers what was done to it", () => {
    const [group] = cloud.all();
    assert.ok(group);
    cloud.put(group, "update");
    cloud.remove(group);
    cloud.remove(group);
    assert.deepEqual(
      cloud.journal().map(({ what, living }) => `${what} ${living.name}`),
      ["create web", "update web", "delete web"],
    );
  });
});

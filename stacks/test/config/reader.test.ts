import * as assert from "node:assert/strict";
import { configOf, mistakes, run } from "../stack";

describe("configuration", () => {
  it("reports every key that is wrong, missing or unknown at once, because each run costs time", async () => {
    const { "groundwork:fleet": _fleet, ...config } = configOf("dev");
    assert.deepEqual(
      await mistakes("dev", {
        ...config,
        "aws:region": "Ireland",
        "groundwork:network": JSON.stringify({
          cidr: "10.0.0.0",
          zones: ["eu-west-1a", 1],
          natGateway: "single",
        }),
        "groundwork:flet": "{}",
      }),
      [
        'aws:region is "Ireland", but must be an AWS Region; write it like eu-west-1.',
        "groundwork:flet is unknown; this stack takes groundwork:tags, groundwork:network, groundwork:fleet, groundwork:imageSource, groundwork:loadBalancer, groundwork:snapshots: correct or remove it.",
        "groundwork:network.natGateway is unknown; groundwork:network takes cidr, zones, natGateways, flowLogDays: correct or remove it.",
        'groundwork:network.cidr is "10.0.0.0", but must be an IPv4 range from /16 to /24; write it like 10.0.0.0/16.',
        "groundwork:network.zones[1] is 1, but must be an Availability Zone; write it like eu-west-1a.",
        "groundwork:network.natGateways is missing, but must be one of per-zone, single; set one of these.",
        "groundwork:fleet is missing, but must be a map of amiName, instanceType, minSize, maxSize, targetCpuPercent, rootVolumeSizeGiB; write one key: value to a line.",
      ],
    );
  });

  it("takes yes and no as such, not as text", async () => {
    const loadBalancer = { ...(JSON.parse(configOf("staging")["groundwork:loadBalancer"] ?? "") as object) };
    const config = (deletionProtection: unknown) => ({
      ...configOf("staging"),
      "groundwork:loadBalancer": JSON.stringify({ ...loadBalancer, deletionProtection }),
    });
    assert.deepEqual(await mistakes("staging", config("no")), [
      'groundwork:loadBalancer.deletionProtection is "no", but must be true or false; set one of these, without quotes.',
    ]);
  });

  it("says what an account id must be when YAML has made a number of it", async () => {
    const config = { ...configOf("dev"), "aws:allowedAccountIds": "[111122223333]" };
    assert.deepEqual(await mistakes("dev", config), [
      "aws:allowedAccountIds[0] is 111122223333, but must be an AWS account id of twelve digits; copy it from the console, and quote it.",
    ]);
  });

  it("never repeats the value of a key that it does not know, because it may be a secret", async () => {
    const [problem] = await mistakes("dev", { ...configOf("dev"), "groundwork:password": "hunter2" });
    assert.match(problem!, /^groundwork:password is unknown/);
    assert.doesNotMatch(problem!, /hunter2/);
  });

  it("takes any Region, whose partition every ARN then has", async () => {
    // Of a stack that launches no AMI: one is approved for a Region.
    const { "groundwork:network": network, "groundwork:distributions": distributions, ...config } = configOf("shared");
    const zones = { ...(JSON.parse(network!) as object), zones: ["cn-north-1a", "cn-north-1b"] };
    const china = {
      ...config,
      "aws:region": "cn-north-1",
      "groundwork:network": JSON.stringify(zones),
      "groundwork:distributions": distributions!.replace("eu-west-1", "cn-north-1"),
    };
    const text = JSON.stringify((await run("shared", china)).resources.map(({ inputs }) => inputs));
    assert.match(text, /arn:aws-cn:iam::aws:policy/);
    assert.doesNotMatch(text, /arn:aws:/);
  });

  it("leaves the keys of other namespaces to whom they belong", async () => {
    const { resources } = await run("dev", { ...configOf("dev"), "aws:profile": "dev", "pulumi:tags": "{}" });
    assert.ok(resources.length > 0);
  });
});

import * as assert from "node:assert/strict";
import * as path from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import * as packageJson from "../package.json";

describe("schema", function () {
  // The analyzer reads the types of the whole AWS SDK.
  this.timeout(300000);

  it("is one that Pulumi can infer, so that other languages can use the components", () => {
    const components = new Set(["ApplicationLoadBalancer", "NetworkLoadBalancer"]);
    const analyzer = new Analyzer(path.join(__dirname, ".."), "load-balancing", packageJson, components);
    const inferred = analyzer.analyze();
    assert.deepEqual(Object.keys(inferred.components).sort(), [...components]);
    const outputs = Object.values(inferred.components).map((component) => Object.keys(component.outputs).sort());
    assert.deepEqual(outputs, [
      [
        "arnSuffix",
        "dnsName",
        "guardAlarmArns",
        "hostedZoneId",
        "listenerArns",
        "loadBalancerArn",
        "securityGroupId",
        "targetGroupArns",
      ],
      [
        "arnSuffix",
        "dnsName",
        "elasticIpAddresses",
        "endpointServiceName",
        "hostedZoneId",
        "listenerArns",
        "loadBalancerArn",
        "securityGroupId",
        "targetGroupArns",
      ],
    ]);
  });
});

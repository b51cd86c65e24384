import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { type BuildInfrastructure, BuildTenancy } from "@groundwork/golden-ami";
import { inputsOf, made, named, names, waitsFor } from "@groundwork/core/testing";
import { pipelineWith, refusedWith } from "../args";

const CONFIGURATION = "web-ami-infrastructure-configuration";
const NETWORK = { vpcId: "vpc-1", subnetId: "subnet-1" };

/** The inputs of the infrastructure configuration. */
async function configuration(infrastructure: BuildInfrastructure, tags?: Record<string, string>) {
  return inputsOf(await pipelineWith({ infrastructure, ...(tags && { tags }) }), CONFIGURATION);
}

describe("the infrastructure of builds", () => {
  it("is a network of its own where none is given: private, with one way out that is recorded", async () => {
    const resources = await pipelineWith({ infrastructure: {} });
    assert.deepEqual(names(resources, "network:index:Network"), ["web-ami-build-network"]);
    assert.deepEqual(names(resources, "aws:ec2/natGateway:NatGateway").length, 1);
    assert.deepEqual(names(resources, "aws:ec2/flowLog:FlowLog").length, 1);
    assert.equal(inputsOf(resources, "web-ami-build-network-vpc")["cidrBlock"], "10.0.0.0/24");
    const zones = resources
      .filter(({ type }) => type === "aws:ec2/subnet:Subnet")
      .map(({ inputs }) => inputs["availabilityZone"]);
    assert.deepEqual([...new Set(zones)], ["eu-west-1a", "eu-west-1b"]);
    assert.deepEqual(
      inputsOf(resources, CONFIGURATION)["subnetId"],
      "web-ami-build-network-private-eu-west-1a-subnet-id",
    );
    assert.deepEqual(inputsOf(resources, CONFIGURATION)["securityGroupIds"], ["web-ami-build-security-group-id"]);
    assert.equal(inputsOf(resources, "web-ami-build-security-group")["vpcId"], "web-ami-build-network-vpc-id");
  });

  it("has zones and addresses of the caller's choice in a network of its own", async () => {
    const ownNetwork = { zones: ["eu-west-1b", "eu-west-1c"], cidr: "10.9.0.0/20" };
    const resources = await pipelineWith({ infrastructure: { ownNetwork } });
    assert.equal(inputsOf(resources, "web-ami-build-network-vpc")["cidrBlock"], "10.9.0.0/20");
    assert.equal(inputsOf(resources, CONFIGURATION)["subnetId"], "web-ami-build-network-private-eu-west-1b-subnet-id");
  });

  it("takes security groups of the caller's, and then makes none", async () => {
    const network = { subnetId: "subnet-1", securityGroupIds: ["sg-1"] };
    const resources = await pipelineWith({ infrastructure: { network } });
    assert.deepEqual(inputsOf(resources, CONFIGURATION)["securityGroupIds"], ["sg-1"]);
    assert.deepEqual(names(resources, "aws:ec2/securityGroup:SecurityGroup"), []);
  });

  it("hands on types, placement, key pair and hop limit, never another metadata service", async () => {
    const inputs = await configuration({
      network: NETWORK,
      instanceTypes: ["m7g.large", "m8g.large"],
      metadataHopLimit: 2,
      placement: { tenancy: BuildTenancy.Host, hostId: "h-1", availabilityZone: "eu-west-1a" },
      keyPairName: "debug",
      keepFailedInstances: true,
    });
    assert.deepEqual(inputs["instanceTypes"], ["m7g.large", "m8g.large"]);
    assert.deepEqual(inputs["instanceMetadataOptions"], { httpTokens: "required", httpPutResponseHopLimit: 2 });
    assert.deepEqual(inputs["placement"], { tenancy: "host", hostId: "h-1", availabilityZone: "eu-west-1a" });
    assert.equal(inputs["keyPair"], "debug");
    assert.equal(inputs["terminateInstanceOnFailure"], false);
  });

  it("tags instances without a name, which Image Builder refuses", async () => {
    const tags = { Name: "web", Team: "core" };
    assert.deepEqual((await configuration({ network: NETWORK }, tags))["resourceTags"], { Team: "core" });
    assert.equal((await configuration({ network: NETWORK }, { Name: "web" }))["resourceTags"], undefined);
  });

  it("gives the instances further policies and every role its boundary, and waits for the policies", async () => {
    const infrastructure = {
      network: NETWORK,
      policyArns: { packages: "arn:of:policy" },
      permissionsBoundaryArn: "arn:of:boundary",
    };
    const resources = await pipelineWith({ infrastructure });
    const attachment = "web-ami-build-packages-policy-attachment";
    assert.deepEqual(inputsOf(resources, attachment), { role: "web-ami-build-role-name", policyArn: "arn:of:policy" });
    assert.ok(waitsFor(named(resources, CONFIGURATION)).includes(attachment));
    const roles = made(resources).filter(([type]) => type === "aws:iam/role:Role");
    assert.equal(roles.length, 3);
    for (const [, role] of roles) {
      assert.equal(inputsOf(resources, role)["permissionsBoundary"], "arn:of:boundary", role);
    }
  });

  it("refuses what AWS would refuse, all at once", async () => {
    const infrastructure: BuildInfrastructure = {
      network: { subnetId: "subnet-1" },
      ownNetwork: {},
      instanceTypes: ["large", "large"],
      policyArns: { "image-builder": "arn:of:policy", "My Policy": "arn:of:policy" },
      metadataHopLimit: 65,
      placement: { tenancy: BuildTenancy.Dedicated, hostId: "h-1", hostResourceGroupArn: "arn:of:group" },
    };
    assert.deepEqual(await refusedWith({ infrastructure, tags: { CreatedBy: "me" } }), [
      'infrastructure.instanceTypes is ["large","large"]',
      'infrastructure.instanceTypes[0] is "large"',
      'infrastructure.instanceTypes[1] is "large"',
      "infrastructure.ownNetwork is {}",
      "infrastructure.network.vpcId and infrastructure.network.securityGroupIds is [null,null]",
      'infrastructure.policyArns is "image-builder"',
      'infrastructure.policyArns is "My Policy"',
      "infrastructure.metadataHopLimit is 65",
      'infrastructure.placement.hostId is "h-1"',
      'infrastructure.placement.hostResourceGroupArn is "arn:of:group"',
      'infrastructure.placement.hostResourceGroupArn is "arn:of:group"',
      'tags is "CreatedBy"',
    ]);
    const both = { vpcId: pulumi.output("vpc-1"), subnetId: "subnet-1", securityGroupIds: [] };
    assert.deepEqual(await refusedWith({ infrastructure: { network: both, instanceTypes: [] } }), [
      "infrastructure.instanceTypes is []",
      'infrastructure.network.vpcId and infrastructure.network.securityGroupIds is ["[known at deployment]",[]]',
      "infrastructure.network.securityGroupIds is []",
    ]);
  });
});

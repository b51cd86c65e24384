import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instance-type-is-nitro";
import { describeRule } from "../../support/table";

const CHANGE = "take a type on the Nitro System.";

describeRule(rule, [
  {
    it: "fails an instance of a family on Xen",
    type: AwsType.Instance,
    fails: { instanceType: "t2.micro" },
    messages: [`instanceType is t2.micro; ${CHANGE}`],
    passes: {
      "a family on Nitro": { instanceType: "t3.micro" },
      "bare metal, which is on Nitro": { instanceType: "i3.metal" },
      "a family that only begins alike": { instanceType: "m4a.large" },
    },
  },
  {
    it: "fails one type of a compute environment",
    type: "aws:batch/computeEnvironment:ComputeEnvironment",
    fails: { computeResources: { instanceTypes: ["c5.large", "c4.large"] } },
    messages: [`computeResources.instanceTypes[1] is c4.large; ${CHANGE}`],
    passes: { "types on Nitro": { computeResources: { instanceTypes: ["c5.large"] } } },
  },
  {
    it: "fails the main node of a cluster",
    type: "aws:emr/cluster:Cluster",
    fails: { masterInstanceGroup: { instanceType: "m4.large" } },
    messages: [`masterInstanceGroup.instanceType is m4.large; ${CHANGE}`],
    passes: { "a type on Nitro": { masterInstanceGroup: { instanceType: "m5.large" } } },
  },
  {
    it: "fails an instance that builds images",
    type: "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
    fails: { instanceTypes: ["t2.micro"] },
    messages: [`instanceTypes[0] is t2.micro; ${CHANGE}`],
    passes: { "types on Nitro": { instanceTypes: ["t3.micro"] } },
  },
]);

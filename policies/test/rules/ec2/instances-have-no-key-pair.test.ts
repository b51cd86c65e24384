import { AwsType } from "../../../model/types";
import { LAUNCHES } from "../../../model/launch";
import rule from "../../../rules/ec2/instances-have-no-key-pair";
import { describeRule } from "../../support/table";

const CHANGE = "leave it out, and log in by Session Manager.";

describeRule(rule, [
  ...LAUNCHES.filter((type) => type !== AwsType.SpotFleetRequest).map((type) => ({
    it: `fails a ${type.split(":")[2]} with one`,
    type,
    fails: { keyName: "admin" },
    messages: [`keyName is set; ${CHANGE}`],
    passes: { "one without": { keyName: undefined }, "one with an empty name": { keyName: "" } },
  })),
  {
    it: "fails a launch specification of a spot fleet with one",
    type: AwsType.SpotFleetRequest,
    fails: { launchSpecifications: [{ keyName: "admin" }] },
    messages: [`launchSpecifications[0].keyName is set; ${CHANGE}`],
    passes: { "one without": { launchSpecifications: [{}] } },
  },
  {
    it: "fails nodes of EKS with one",
    type: AwsType.NodeGroup,
    fails: { remoteAccess: { ec2SshKey: "admin" } },
    messages: [`remoteAccess.ec2SshKey is set; ${CHANGE}`],
    passes: { "nodes without": { remoteAccess: undefined } },
  },
  {
    it: "fails a cluster of EMR with one",
    type: "aws:emr/cluster:Cluster",
    fails: { ec2Attributes: { keyName: "admin" } },
    messages: [`ec2Attributes.keyName is set; ${CHANGE}`],
    passes: { "a cluster without": { ec2Attributes: { instanceProfile: "emr" } } },
  },
]);

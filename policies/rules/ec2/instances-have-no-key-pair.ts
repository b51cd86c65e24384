import { eachLaunch, LAUNCHES } from "../../model/launch";
import { mustBeUnset } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

const CHANGE = "leave it out, and log in by Session Manager.";
const EMR_CLUSTER = "aws:emr/cluster:Cluster";
const BATCH = "aws:batch/computeEnvironment:ComputeEnvironment";
const NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";

/** Where services that launch instances take a key pair. */
const FIELDS: Record<string, string> = {
  [EMR_CLUSTER]: "ec2Attributes.keyName",
  [BATCH]: "computeResources.ec2KeyPair",
  [NODE_GROUP]: "remoteAccess.ec2SshKey",
};

export default defineRule({
  name: "instances-have-no-key-pair",
  requires: "Nobody logs in to an instance with a key pair, which knows no person and does not expire.",
  fix: "Leave the key pair out, and log in by Session Manager.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html",
  types: [...LAUNCHES, ...Object.keys(FIELDS)],
  guards: ["keyName", "ec2Attributes", "computeResources", "remoteAccess"],
  judge: (resource) => {
    const field = FIELDS[resource.type];
    return field === undefined
      ? eachLaunch(resource, (launch) => mustBeUnset(launch, "keyName", CHANGE))
      : mustBeUnset(resource, field, CHANGE);
  },
});

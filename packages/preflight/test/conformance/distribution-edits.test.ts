import * as assert from "node:assert/strict";
import { deployOnce, having as setting, onFork, only, STACK } from "./harness/change";
import { type Edit, having, itEdits } from "./harness/edits";
import { describeEngine } from "./harness/suite";
import { type Cloud } from "./provider/cloud";
import { textOf } from "./provider/values";

const PROGRAM = "edits-distribution";
const AUTO_SCALING_ROLE =
  "arn:aws:iam::444455556666:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";

const region = "eu-central-1";
const targetAccountIds = ["444455556666"];
const candidate = { name: "/golden-ami/web/candidate" };
const KEY = "arn:aws:kms:eu-west-1:123456789012:key/one";

/** Where AMIs go is updated in place, and so is what the pipeline's role may do: the pipeline and its recipe stay as they are. */
const inPlace = [["update web-ami-distribution", "update web-ami-execution-distribution-policy"]];

const edits: Edit[] = [
  {
    does: "distributes to another Region",
    of: "pipeline",
    to: {
      distributions: [
        { region, targetAccountIds },
        { region: "eu-west-1", keyArn: KEY },
      ],
    },
    brief: true,
    steps: inPlace,
  },
  {
    does: "distributes to another account",
    of: "pipeline",
    to: { distributions: [{ region, targetAccountIds: [...targetAccountIds, "777788889999"] }] },
    brief: true,
    steps: inPlace,
  },
  {
    does: "distributes to no account any more",
    of: "pipeline",
    to: { distributions: [{ region }] },
    brief: true,
    steps: inPlace,
  },
  {
    does: "writes no parameter of the target account any more",
    of: "pipeline",
    to: { distributions: [{ region, targetAccountIds, parameters: [candidate] }] },
    steps: [["update web-ami-distribution distributions"]],
  },
  {
    does: "has the grant of another key before the old one's goes",
    of: "target",
    to: { keys: [{ name: "images", keyArn: "other" }] },
    steps: [
      ["create-replacement images-images-auto-scaling-grant keyId"],
      ["replace images-images-auto-scaling-grant"],
      ["delete-replaced images-images-auto-scaling-grant"],
    ],
    anytime: ["update images-distribution-policy policy"],
  },
  {
    does: "lets in one pipeline alone, which writes in another Region, too",
    of: "target",
    to: {
      sourceRoleArns: ["arn:aws:iam::123456789012:role/web-ami-execution-role-*"],
      amiNames: ["web", "batch"],
      regions: [region, "eu-west-1"],
    },
    steps: [["update images-cross-account-role assumeRolePolicy", "update images-distribution-policy policy"]],
  },
];

/** AWS makes the role with the account's first Auto Scaling group. */
const admit = (cloud: Cloud): void => cloud.admitServiceLinkedRole(AUTO_SCALING_ROLE);

describeEngine("a distribution that is edited", () => itEdits(PROGRAM, edits, admit));

describeEngine("an account that is given AMIs", () => {
  const deployed = deployOnce(PROGRAM, undefined, admit);

  it("is refused a key that does not admit it, and keeps the grant that it has", () =>
    onFork(deployed(), async (pulumi) => {
      const closed = { accountIds: ["777788889999"] };
      const change = having("target", { keys: [{ name: "images", keyArn: "other" }] });
      const refused = await pulumi.up(STACK, { args: [...setting(having("other", closed)).args!, "--config", change] });
      assert.match(refused.output, /AccessDeniedException: 444455556666 .* kms:CreateGrant/);
      const { inputs } = only(pulumi.cloud.all(), "images-images-auto-scaling-grant");
      assert.match(textOf(inputs, "keyId") ?? "", /images-key/);
    }));
});

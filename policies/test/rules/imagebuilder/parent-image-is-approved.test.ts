import * as assert from "node:assert/strict";
import rule from "../../../rules/imagebuilder/parent-image-is-approved";
import { judge, secret, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const APPROVED = "ami-0123456789abcdef0";
const PASTED = "ami-0aaaaaaaaaaaaaaaa";
const settings = {
  approvedAmiIds: [APPROVED],
  approvedSsmParameters: ["/golden-ami/*/approved"],
  approvedParentImages: ["arn:*:imagebuilder:*:aws:image/*/*", "ssm:/aws/service/ami-amazon-linux-latest/*"],
};
const CHANGE = `launch an approved AMI: resolve:ssm:/golden-ami/*/approved, ${APPROVED}.`;
const PARENTS = `build on an approved image: arn:*:imagebuilder:*:aws:image/*/*, ssm:/aws/service/ami-amazon-linux-latest/*, resolve:ssm:/golden-ami/*/approved, ${APPROVED}.`;

describeRule(rule, [
  {
    it: "fails a parent that nobody has approved",
    fails: { parentImage: PASTED },
    settings,
    messages: [`parentImage is ${PASTED}, which is not approved; ${PARENTS}`],
    passes: {
      "an approved AMI": { parentImage: APPROVED },
      "an approved parameter": { parentImage: "ssm:/golden-ami/web/approved" },
      "a parameter of AWS's own": { parentImage: "ssm:/aws/service/ami-amazon-linux-latest/al2023" },
      "an image of AWS's own": { parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x" },
    },
  },
  {
    it: "fails another account's image",
    fails: { parentImage: "arn:aws:imagebuilder:eu-west-1:999999999999:image/amazon-linux-2023-x86/x.x.x" },
    settings,
    messages: [`parentImage is the image amazon-linux-2023-x86 of 999999999999, which is not approved; ${PARENTS}`],
    passes: {
      "one of AWS's own": { parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x" },
    },
  },
  {
    it: "fails an AMI on which containers are built",
    type: "aws:imagebuilder/containerRecipe:ContainerRecipe",
    fails: { instanceConfiguration: { image: PASTED } },
    settings,
    messages: [`instanceConfiguration.image is ${PASTED}, which is not approved; ${CHANGE}`],
    passes: {
      "an approved one": { instanceConfiguration: { image: APPROVED } },
      "AWS's own, which it is if none is named": { instanceConfiguration: { blockDeviceMappings: [] } },
    },
  },
]);

describe("a parent image", () => {
  const verdicts = (inputs: Record<string, unknown>) =>
    judge([rule], [{ type: "aws:imagebuilder/imageRecipe:ImageRecipe", name: "it", inputs }], {
      [rule.name]: settings,
    });

  it("must be named, by a text, and is quoted only if it is an image's name", async () => {
    assert.deepEqual(await verdicts({}), ["mandatory it: parentImage is not set; name an approved image."]);
    assert.deepEqual(await verdicts({ parentImage: 7 }), [
      "mandatory it: parentImage is not a text; name an approved image.",
    ]);
    const [line = ""] = await verdicts({ parentImage: secret("hunter2") });
    assert.match(line, /^mandatory it: parentImage is neither an AMI id nor /);
    assert.doesNotMatch(line, /hunter2/);
  });

  it("cannot be told of while it is not known", async () => {
    assert.deepEqual(await verdicts({ parentImage: UNKNOWN_VALUE }), [
      `advisory it: parentImage is known only at deployment, and nothing shows that it is approved; ${PARENTS} (end)`,
    ]);
  });
});

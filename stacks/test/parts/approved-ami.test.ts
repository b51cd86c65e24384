import * as assert from "node:assert/strict";
import { type ApprovedAmi } from "@groundwork/core";
import { readCatalogue } from "../../config/approved-amis";
import { entryFor, warningOf } from "../../parts/approved-ami";
import { configOf, mistakes, ofType, resourcesOf } from "../stack";

const PLACE = { accountId: "111122223333", region: "eu-west-1" };
const WEB: ApprovedAmi = {
  ...{
    name: "web",
    environments: ["dev"],
    region: "eu-west-1",
    accountId: "111122223333",
    id: "ami-0a1b2c3d4e5f60718",
  },
  ...{ encrypted: true, created: "2026-11-01", approved: "2026-11-02", approvedBy: "platform", expires: "2026-11-30" },
};
const OTHERS: ApprovedAmi[] = [
  { ...WEB, id: "ami-0aaaaaaaaaaaaaaaa", name: "db" },
  { ...WEB, id: "ami-0bbbbbbbbbbbbbbbb", environments: ["prod"] },
  { ...WEB, id: "ami-0cccccccccccccccc", region: "eu-central-1" },
  { ...WEB, id: "ami-0dddddddddddddddd", accountId: "444455556666" },
];

describe("the AMI that an environment launches", () => {
  it("is the one of its name that the catalogue approves for it, where it is", () => {
    assert.equal(entryFor([...OTHERS, WEB], "web", "dev", PLACE), WEB);
  });

  it("must be approved: whoever reads the error learns where others are, and how to approve one", () => {
    const approve = "approve one with `npm run promote -- web dev`.";
    const none = "it approves no AMI web for dev in eu-west-1 and account 111122223333";
    assert.throws(() => entryFor(OTHERS, "web", "dev", PLACE), {
      problems: [
        `${none}, but ami-0cccccccccccccccc in eu-central-1 and account 111122223333, ami-0dddddddddddddddd in eu-west-1 and account 444455556666; ${approve}`,
      ],
    });
    assert.throws(() => entryFor([], "web", "dev", PLACE), { problems: [`${none}; ${approve}`] });
  });

  it("stops the stack before anything is made where none is approved", async () => {
    const config = configOf("dev");
    const fleet = { ...(JSON.parse(config["groundwork:fleet"]!) as object), amiName: "db" };
    assert.deepEqual(await mistakes("dev", { ...config, "groundwork:fleet": JSON.stringify(fleet) }), [
      "it approves no AMI db for dev in eu-west-1 and account 111122223333; approve one with `npm run promote -- db dev`.",
    ]);
  });

  it("is told of two weeks before its approval ends, and once it has ended, so that the end surprises nobody", () => {
    const said = (day: string) => warningOf(WEB, "dev", new Date(`${day}T12:00:00Z`));
    const how =
      "approve the newest with `npm run promote -- web dev`, or this one for longer with `npm run promote -- web dev --from dev`.";
    assert.equal(said("2026-11-15"), undefined);
    assert.equal(said("2026-11-16"), `The approval of the AMI web for dev, ${WEB.id}, ends after 2026-11-30; ${how}`);
    assert.equal(said("2026-11-30"), said("2026-11-16"));
    const over = `The approval of the AMI web for dev, ${WEB.id}, ended on 2026-11-30, and the policy pack refuses to launch it; ${how}`;
    assert.equal(said("2026-12-01"), over);
  });
});

describe("what is approved", () => {
  for (const environment of ["dev", "staging", "prod"]) {
    it(`for ${environment} is published there, and is what its fleets launch`, async function () {
      this.timeout(120_000);
      const [ami] = readCatalogue().filter(({ environments }) => environments.includes(environment));
      const resources = await resourcesOf(environment);
      const parameters = ofType(resources, "aws:ssm/parameter:Parameter").filter(
        ({ inputs }) => inputs["dataType"] === "aws:ec2:image",
      );
      assert.deepEqual(
        parameters.map(({ inputs }) => [inputs["name"], inputs["insecureValue"]]),
        [[`/golden-ami/web/${environment}/approved`, ami!.id]],
      );
      for (const { inputs } of ofType(resources, "aws:ec2/launchTemplate:LaunchTemplate")) {
        assert.equal(inputs["imageId"], ami!.id);
      }
    });
  }

  it("is tagged by one stack of the account that owns it: by what makes AMIs, or is given copies", async () => {
    const tagged = async (stack: string) =>
      ofType(await resourcesOf(stack), "aws:ec2/tag:Tag").map(({ inputs }) => inputs);
    const owned = (account: string) =>
      readCatalogue()
        .filter(({ accountId, owner }) => (owner ?? accountId) === account)
        .map(({ id, region }) => ({ resourceId: id, region, key: "golden-ami:approved", value: "true" }));
    for (const [stack, account] of [
      ["shared", "111122223333"],
      ["prod", "444455556666"],
    ] as const) {
      assert.ok(owned(account).length > 0);
      assert.deepEqual(await tagged(stack), owned(account));
    }
    assert.deepEqual([...(await tagged("dev")), ...(await tagged("staging"))], []);
  });
});

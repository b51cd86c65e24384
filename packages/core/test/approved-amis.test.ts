import * as assert from "node:assert/strict";
import { ConfigError } from "../src/config-error";
import { readApprovedAmis } from "../src/approved-amis";

const WEB = {
  name: "web",
  environments: ["dev", "staging"],
  region: "eu-west-1",
  accountId: "111122223333",
  id: "ami-0123456789abcdef0",
  encrypted: true,
  created: "2026-11-01",
  approved: "2026-11-02",
  approvedBy: "platform",
  expires: "2027-05-31",
};

/** The mistakes of a catalogue. */
function mistakes(document: unknown): string[] {
  try {
    readApprovedAmis(document, "approved-amis.yaml");
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    assert.ok(error.message.startsWith('Catalogue "approved-amis.yaml": '));
    return error.problems;
  }
  return [];
}

/** The mistakes of a catalogue of one AMI, with some fields changed. */
function mistakesOf(change: Record<string, unknown>): string[] {
  return mistakes({ amis: [{ ...WEB, ...change }] });
}

describe("the catalogue of approved AMIs", () => {
  it("is read as it stands, and may be empty", () => {
    const whole = {
      ...WEB,
      deprecated: "2027-11-01",
      build: "arn:aws:imagebuilder:eu-west-1:111122223333:image/web/1.0.0/1",
      ...{ owner: "444455556666", architecture: "arm64", parent: "ami-0bbbbbbbbbbbbbbbb", tests: "passed" },
      findings: { critical: 0, high: 1, medium: 3, other: 20 },
      acceptedFindings: "the package is not used",
    };
    assert.deepEqual(readApprovedAmis({ amis: [WEB] }, "a.yaml"), [WEB]);
    assert.deepEqual(readApprovedAmis({ amis: [whole] }, "a.yaml"), [whole]);
    assert.deepEqual(readApprovedAmis({}, "a.yaml"), []);
  });

  it("is refused with all that is wrong at once: value, values allowed, and what to do", () => {
    const wrong = {
      ...{ name: "Web!", environments: [], region: "ireland", accountId: 111122223333, id: "ami-1", encrypted: "yes" },
      ...{ created: "2026-02-30", approved: "yesterday", approvedBy: " ", expires: undefined, colour: "blue" },
    };
    assert.deepEqual(mistakesOf(wrong), [
      "amis[0].colour is unknown; an AMI has name, environments, region, accountId, owner, id, encrypted, architecture, created, approved, approvedBy, expires, deprecated, build, parent, tests, findings, acceptedFindings: correct or remove it.",
      'amis[0].name is "Web!", but must be up to 63 lower-case letters, digits and hyphens; use the golden AMI\'s name.',
      "amis[0].environments is [], but must be a list of stacks; name at least one.",
      'amis[0].region is "ireland", but must be an AWS Region; write it like eu-west-1.',
      "amis[0].accountId is 111122223333, but must be an AWS account id of twelve digits; copy it from the console, and quote it in YAML.",
      'amis[0].id is "ami-1", but must be ami- and 8 or 17 digits from 0 to f; copy it from the candidate parameter.',
      'amis[0].encrypted is "yes", but must be true; approve an encrypted copy instead, such as EncryptedAmiCopy makes.',
      'amis[0].created is "2026-02-30", but must be a date; write it like 2026-11-30.',
      'amis[0].approved is "yesterday", but must be a date; write it like 2026-11-30.',
      'amis[0].approvedBy is " ", but must be a person or a team; say who approved it.',
      "amis[0].expires is missing, but must be a date; write it like 2026-11-30.",
    ]);
  });

  it("is refused where what may be left out is wrong", () => {
    const wrong = {
      ...{ deprecated: 2027, build: "", environments: [""], owner: "me", architecture: "x86", parent: 1 },
      ...{ tests: "failed", acceptedFindings: "" },
    };
    assert.deepEqual(mistakesOf(wrong), [
      'amis[0].environments is [""], but must be a list of stacks; name at least one.',
      'amis[0].owner is "me", but must be an AWS account id of twelve digits; copy it from the console, and quote it in YAML.',
      'amis[0].architecture is "x86", but must be one of x86_64, arm64, i386; leave it out, or copy it from the AMI.',
      "amis[0].deprecated is 2027, but must be a date; write it like 2026-11-30.",
      'amis[0].build is "", but must be the build that it came from; give the image\'s ARN, or leave it out.',
      "amis[0].parent is 1, but must be what it was built on; give the parent image, or leave it out.",
      'amis[0].tests is "failed", but must be one of passed, none; an AMI whose tests failed cannot be approved.',
      'amis[0].acceptedFindings is "", but must be a reason; say why, or leave it out.',
    ]);
  });

  it("is refused where it counts findings otherwise than by all severities", () => {
    const counted = { critical: 0, high: 0, medium: 0, other: 0 };
    const expected =
      "but must be a number for each of critical, high, medium, other; give what the scan found, or leave it out.";
    const { other: _other, ...incomplete } = counted;
    for (const findings of [
      incomplete,
      { ...counted, low: 1 },
      { ...counted, high: -1 },
      { ...counted, high: 0.5 },
      null,
      3,
    ]) {
      assert.deepEqual(mistakesOf({ findings }), [`amis[0].findings is ${JSON.stringify(findings)}, ${expected}`]);
    }
    assert.deepEqual(mistakesOf({ findings: counted }), []);
  });

  it("is refused where an AMI is not encrypted, because the policy pack counts on it", () => {
    assert.deepEqual(mistakesOf({ encrypted: false }), [
      "amis[0].encrypted is false, but must be true; approve an encrypted copy instead, such as EncryptedAmiCopy makes.",
    ]);
  });

  it("may hold an approval that is over, which the policy pack judges", () => {
    const over = { created: "2020-01-01", approved: "2020-01-01", expires: "2020-01-02" };
    assert.deepEqual(mistakesOf(over), []);
  });

  it("is refused where it names a stack that there is not", () => {
    assert.throws(() => readApprovedAmis({ amis: [WEB] }, "a.yaml", ["dev", "prod"]), {
      problems: ['amis[0].environments is ["dev","staging"], but must be a list of dev, prod; name at least one.'],
    });
    assert.deepEqual(readApprovedAmis({ amis: [WEB] }, "a.yaml", ["dev", "staging"]), [WEB]);
  });

  it("is refused where an approval is older than the AMI, or over before it begins", () => {
    assert.deepEqual(mistakesOf({ approved: "2026-10-31" }), [
      'amis[0].approved is "2026-10-31", but must be 2026-11-01 (created) or later; correct the dates.',
    ]);
    assert.deepEqual(mistakesOf({ expires: "2026-11-01" }), [
      'amis[0].expires is "2026-11-01", but must be 2026-11-02 (approved) or later; correct the dates.',
    ]);
    assert.deepEqual(mistakesOf({ approved: "2026-11-01", expires: "2026-11-01" }), []);
  });

  it("is refused where two AMIs of one name are approved for one environment and Region", () => {
    const other = { ...WEB, id: "ami-0aaaaaaaaaaaaaaaa", environments: ["staging"] };
    assert.deepEqual(mistakes({ amis: [WEB, other] }), [
      "amis[1] is the second web for staging in eu-west-1, after amis[0], but must be the only one; remove one of them.",
    ]);
    assert.deepEqual(mistakes({ amis: [WEB, { ...other, region: "eu-central-1" }] }), []);
    assert.deepEqual(mistakes({ amis: [WEB, { ...other, name: "db" }] }), []);
  });

  it("is refused where it is no list of maps", () => {
    assert.deepEqual(mistakes({ amis: WEB.id }), [
      'amis is "ami-0123456789abcdef0", but must be a list; write each AMI as an item, after "- ".',
    ]);
    assert.deepEqual(mistakes(null), ['amis is null, but must be a list; write each AMI as an item, after "- ".']);
    const [mistake = ""] = mistakes({ amis: ["web"] });
    assert.match(mistake, /^amis\[0\] is "web", but must be a map of fields; give it name, environments, /);
  });
});

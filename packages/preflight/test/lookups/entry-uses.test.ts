import * as assert from "node:assert/strict";
import { type CallSite, DEFAULT_PROVIDER, type JsonObject, type Lookups } from "../../src/lookups";
import { GET_AMI, NOWHERE, UNKNOWN, withLookups } from "./recorded";

describe("look-ups in several Regions", () => {
  const site = (region: string, provider = DEFAULT_PROVIDER, config: JsonObject = {}): CallSite => ({
    provider,
    config: { ...config, region },
    region,
  });
  const entry = (id: string, scope: object = {}) => ({ token: GET_AMI, ...scope, args: {}, result: { id } });
  const answer = (lookups: Lookups, ...where: Parameters<typeof site>): unknown => {
    const found = lookups.invoke(GET_AMI, {}, site(...where));
    return found.found ? found.value["id"] : "none";
  };
  const withEntries = <T>(entries: object[], test: (lookups: Lookups) => T): Promise<T> =>
    withLookups({ invokes: entries }, test);
  const told = (lookups: Lookups): string[] =>
    lookups.sharedAnswers.map((text) => text.replace(/^.*lookups\.json: /, ""));

  it("takes the entry that names the call's Region or provider before one that names none", () =>
    withEntries(
      [
        entry("any"),
        entry("one", { region: "eu-west-1" }),
        entry("two", { region: ["us-east-1", "us-west-2"] }),
        entry("audit", { region: "us-east-1", provider: ["audit", "other"] }),
      ],
      (lookups) => {
        assert.equal(answer(lookups, "eu-west-1"), "one");
        assert.equal(answer(lookups, "us-west-2"), "two");
        assert.equal(answer(lookups, "us-east-1"), "two");
        assert.equal(answer(lookups, "us-east-1", "audit"), "audit");
        assert.equal(answer(lookups, "eu-west-3"), "any");
        assert.deepEqual(lookups.invoke(GET_AMI, {}, NOWHERE), { found: true, value: { id: "any" } });
        assert.deepEqual(told(lookups), []);
      },
    ));

  it("takes no entry of another Region or provider", () =>
    withEntries([entry("one", { region: "eu-west-1" }), entry("audit", { provider: "audit" })], (lookups) => {
      assert.equal(answer(lookups, "eu-west-3"), "none");
      assert.equal(lookups.invoke(GET_AMI, {}, NOWHERE).found, false);
    }));

  it("shows an entry to add with the Region, unless the arguments name it", () =>
    withEntries([], (lookups) => {
      const missing = (args: JsonObject): string => {
        const found = lookups.invoke(GET_AMI, args, site("eu-west-1"));
        return found.found ? "" : found.message;
      };
      assert.match(missing({}), /"token": "aws:ec2\/getAmi:getAmi",\n {2}"region": "eu-west-1",\n {2}"args": \{\}/);
      assert.doesNotMatch(missing({ region: "eu-west-1" }), /\n {2}"region"/);
    }));

  it("tells of an entry that answers several Regions alike and does not name them", () =>
    withEntries([entry("any"), entry("both", { region: ["us-east-1", "us-west-2"] })], (lookups) => {
      for (const region of ["eu-west-1", "eu-west-3", "eu-west-1", "us-east-1", "us-west-2"]) {
        answer(lookups, region);
      }
      assert.deepEqual(told(lookups), [
        `invokes[0] answers ${GET_AMI} alike in the Regions eu-west-1 and eu-west-3; add an entry for each that names it ` +
          '("region": "eu-west-1"), or name all of them where the answer is the same ("region": ["eu-west-1", "eu-west-3"]).',
      ]);
    }));

  it("tells of an entry that answers several providers of a Region alike and does not name them", () =>
    withEntries([entry("any")], (lookups) => {
      answer(lookups, "eu-west-1");
      answer(lookups, "eu-west-1", "audit", { profile: "audit" });
      assert.deepEqual(told(lookups), [
        `invokes[0] answers ${GET_AMI} alike through the providers default and audit; add an entry for each that names it ` +
          '("provider": "default"), or name all of them where the answer is the same ("provider": ["default", "audit"]).',
      ]);
    }));

  it("has nothing to tell of providers that see the same resources", () =>
    withEntries([entry("any")], (lookups) => {
      answer(lookups, "eu-west-1");
      answer(lookups, "eu-west-1", "same", { skipRegionValidation: "true", defaultTags: '{"tags":{}}' });
      assert.deepEqual(told(lookups), []);
    }));

  it("tells providers apart whose configuration is known only after deployment", () =>
    withEntries([entry("any")], (lookups) => {
      answer(lookups, "eu-west-1", "one", { profile: UNKNOWN });
      answer(lookups, "eu-west-1", "two", { profile: UNKNOWN });
      assert.match(told(lookups).join(), /alike through the providers one and two;/);
    }));
});

import * as assert from "node:assert/strict";
import { approvedImage, approvedParameter } from "@groundwork/core/src/golden-ami";
import { imageName, lists, listsText } from "../../model/image";
import { MALFORMED, UNKNOWN } from "../../model/reading";
import type { Resource } from "../../model/resource";

const ARN = "arn:aws:ssm:eu-west-1:111111111111:parameter/golden/web";

describe("imageName", () => {
  it("reads ids of both lengths that AWS has given", () => {
    assert.deepEqual(imageName("ami-0123abcd"), { kind: "id", id: "ami-0123abcd" });
    assert.deepEqual(imageName("ami-0123456789abcdef0"), { kind: "id", id: "ami-0123456789abcdef0" });
  });

  it("reads parameters by name or ARN, with a version or a label or without", () => {
    const parameter = (name: string, selector?: string) => ({ kind: "parameter", parameter: name, selector });
    assert.deepEqual(imageName("resolve:ssm:/golden/web"), parameter("/golden/web"));
    assert.deepEqual(imageName("resolve:ssm:web"), parameter("web"));
    assert.deepEqual(imageName("resolve:ssm:/golden/web:3"), parameter("/golden/web", "3"));
    assert.deepEqual(imageName("resolve:ssm:/golden/web:stable"), parameter("/golden/web", "stable"));
    assert.deepEqual(imageName(`resolve:ssm:${ARN}`), parameter(ARN));
    assert.deepEqual(imageName(`resolve:ssm:${ARN}:3`), parameter(ARN, "3"));
  });

  it("reads the image id that the components launch approved AMIs by", () => {
    const parameter = approvedParameter("web");
    assert.deepEqual(imageName(approvedImage("web")), { kind: "parameter", parameter, selector: undefined });
  });

  it("reads nothing else as an AMI", () => {
    for (const value of ["", "ami-", "ami-xyz", "ami-0123abcde", " ami-0123abcd", "resolve:ssm:", "ssm:/golden/web"]) {
      assert.deepEqual(imageName(value), { kind: "other" }, value);
    }
  });
});

/** A resource in a Region, or in one that is not known. */
function resource(region?: string): Resource {
  const options = { protect: false, ignoreChanges: [], aliases: [] };
  return { type: "", urn: "", name: "", declared: { region: region ?? UNKNOWN }, options };
}

describe("lists", () => {
  const catalogue = (...ssmParameters: string[]) => ({ amiIds: ["ami-0123abcd"], ssmParameters });
  const allows = (pattern: string, parameter: string) =>
    lists(catalogue(pattern), { kind: "parameter", parameter, selector: undefined }, resource());

  it("compares ids as a whole", () => {
    assert.equal(lists(catalogue(), { kind: "id", id: "ami-0123abcd" }, resource()), true);
    assert.equal(lists(catalogue(), { kind: "id", id: "ami-0123abc" }, resource()), false);
  });

  it("takes an id that is listed for a Region in that Region alone", () => {
    const here = (region?: string) =>
      lists(
        { amiIds: ["eu-west-1/ami-0123abcd"], ssmParameters: [] },
        { kind: "id", id: "ami-0123abcd" },
        resource(region),
      );
    assert.equal(here("eu-west-1"), true);
    assert.equal(here("eu-west-2"), false);
    assert.equal(here(), UNKNOWN);
  });

  it("lets * stand for some text without a slash", () => {
    assert.ok(allows("/golden/*/approved", "/golden/web/approved"));
    assert.ok(allows("/golden/web-*/approved", "/golden/web-1/approved"));
    assert.ok(!allows("/golden/*/approved", "/golden//approved"));
    assert.ok(!allows("/golden/*/approved", "/golden/a/b/approved"));
    assert.ok(!allows("/golden/*/approved", "/golden/web/approved/not"));
    assert.ok(!allows("/golden/*/approved", "/not/golden/web/approved"));
  });

  it("takes every other character for itself", () => {
    assert.ok(allows("/golden/web.1", "/golden/web.1"));
    assert.ok(!allows("/golden/web.1", "/golden/webx1"));
    assert.ok(!allows("/golden/(a|b)", "/golden/a"));
  });

  it("does not take another account's parameter for one of this account", () => {
    assert.ok(!allows("/golden/*", ARN));
    assert.ok(!allows("*", ARN));
    assert.ok(allows("arn:aws:ssm:*:111111111111:parameter/golden/*", ARN));
    assert.ok(!allows("arn:aws:ssm:*:222222222222:parameter/golden/*", ARN));
  });

  it("lists nothing that is not named, or not known", () => {
    assert.ok(!lists(catalogue("*"), { kind: "other" }, resource()));
    for (const value of [undefined, UNKNOWN, MALFORMED] as const) {
      assert.ok(!listsText(catalogue("*"), value, resource()));
    }
    assert.ok(listsText(catalogue("*"), "resolve:ssm:web", resource()));
  });
});

import * as assert from "node:assert/strict";
import { RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import { Ancestry } from "../../src/engine/ancestry";
import { resourceState } from "../../src/engine/state";
import { urnOf } from "./program";

const GRANDPARENT = urnOf("shop:index:Site", "grandparent");
const PARENT = urnOf("shop:index:Site$shop:index:Part", "parent");
const AWS = "urn:pulumi:dev::shop::pulumi:providers:aws::mine::id";
const OTHER = "urn:pulumi:dev::shop::pulumi:providers:other::mine::id";

/** A component with options. */
function add(ancestry: Ancestry, urn: string, parent: string, set: (options: TransformResourceOptions) => void): void {
  const options = new TransformResourceOptions();
  set(options);
  const provider = options.getProvider();
  ancestry.add(resourceState({ urn, type: "shop:index:Site", name: "it", custom: false, parent, provider }), options);
}

/** What a child of a type inherits. */
function child(ancestry: Ancestry, type: string, set: (request: RegisterResourceRequest) => void = () => undefined) {
  const request = new RegisterResourceRequest();
  request.setType(type);
  request.setCustom(true);
  set(request);
  ancestry.inherit(request, PARENT);
  return request;
}

describe("what a child inherits", () => {
  it("is its parent's protection, retention and deletion, where it says nothing of them itself", () => {
    const ancestry = new Ancestry();
    add(ancestry, PARENT, "", (options) => {
      options.setProtect(true);
      options.setRetainOnDelete(true);
      options.setDeletedWith(GRANDPARENT);
    });
    const silent = child(ancestry, "aws:sns/topic:Topic");
    assert.deepEqual(
      [silent.getProtect(), silent.getRetainondelete(), silent.getDeletedwith()],
      [true, true, GRANDPARENT],
    );
    const other = urnOf("a:b:C", "other");
    const outspoken = child(ancestry, "aws:sns/topic:Topic", (request) => {
      request.setProtect(false);
      request.setRetainondelete(false);
      request.setDeletedwith(other);
    });
    assert.deepEqual(
      [outspoken.getProtect(), outspoken.getRetainondelete(), outspoken.getDeletedwith()],
      [false, false, other],
    );
  });

  it("is nothing where the parent says nothing, or there is none", () => {
    const ancestry = new Ancestry();
    for (const inherited of [
      child(ancestry, "aws:sns/topic:Topic"),
      (add(ancestry, PARENT, "", () => undefined), child(ancestry, "a:b:C")),
    ]) {
      assert.equal(inherited.hasProtect(), false);
      assert.equal(inherited.hasRetainondelete(), false);
      assert.equal(inherited.getProvider(), "");
    }
  });

  it("is its parent's provider where it is one of its package", () => {
    const ancestry = new Ancestry();
    add(ancestry, PARENT, "", (options) => options.setProvider(AWS));
    assert.equal(child(ancestry, "aws:sns/topic:Topic").getProvider(), AWS);
    assert.equal(child(ancestry, "random:index:Pet").getProvider(), "");
    assert.equal(child(ancestry, "aws:sns/topic:Topic", (request) => request.setProvider(OTHER)).getProvider(), OTHER);
    const component = child(ancestry, "shop:index:Part", (request) => request.setCustom(false));
    assert.equal(component.getProvider(), AWS, "a component keeps it for its own children");
  });
});

describe("the providers that a component hands on", () => {
  const ancestry = new Ancestry();
  add(ancestry, GRANDPARENT, "", (options) => options.getProvidersMap().set("aws", AWS).set("other", OTHER));

  it("are used by children of their packages that name none", () => {
    const resolve = (given: string, own: [string, string][], pkg: string) =>
      ancestry.resolveProvider(given, new Map(own), GRANDPARENT, pkg);
    assert.equal(resolve("", [], "aws"), AWS);
    assert.equal(resolve("", [], "random"), "");
    assert.equal(resolve("", [["aws", OTHER]], "aws"), OTHER);
    assert.equal(resolve(AWS, [["aws", OTHER]], "aws"), AWS);
  });

  it("go on to a component's own children, but for packages for which it has one of its own", () => {
    const options = new TransformResourceOptions();
    options.getProvidersMap().set("aws", "another");
    ancestry.passProvidersDown(options, GRANDPARENT);
    assert.deepEqual(options.getProvidersMap().toObject(), [
      ["aws", "another"],
      ["other", OTHER],
    ]);
  });
});

describe("the ancestors of a child", () => {
  it("are its parent, its parent's, and so on", () => {
    const ancestry = new Ancestry();
    add(ancestry, GRANDPARENT, "", () => undefined);
    add(ancestry, PARENT, GRANDPARENT, () => undefined);
    assert.deepEqual(ancestry.above(PARENT), [PARENT, GRANDPARENT]);
    assert.deepEqual(ancestry.above(""), []);
  });
});

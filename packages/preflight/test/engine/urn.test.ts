import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  isProviderType,
  isUrn,
  makeUrn,
  nameOf,
  packageOf,
  providerType,
  STACK_TYPE,
  typeOf,
} from "../../src/engine/urn";

const STACK = `urn:pulumi:dev::shop::${STACK_TYPE}::shop-dev`;

describe("a URN", () => {
  it("names the types of the parents, but not the stack's", () => {
    const component = makeUrn("dev", "shop", STACK, "shop:index:Site", "site");
    assert.equal(component, "urn:pulumi:dev::shop::shop:index:Site::site");
    const child = makeUrn("dev", "shop", component, "aws:s3/bucket:Bucket", "files");
    assert.equal(child, "urn:pulumi:dev::shop::shop:index:Site$aws:s3/bucket:Bucket::files");
    assert.equal(
      makeUrn("dev", "shop", child, "a:b:C", "c"),
      "urn:pulumi:dev::shop::shop:index:Site$aws:s3/bucket:Bucket$a:b:C::c",
    );
    assert.equal(makeUrn("dev", "shop", "", "a:b:C", "c"), "urn:pulumi:dev::shop::a:b:C::c");
  });

  it("gives back the type and the name that it was made of, whatever the name holds", () => {
    const token = fc.stringMatching(/^[a-z]{1,4}:[a-z/]{1,4}:[A-Z][a-z]{0,4}$/);
    fc.assert(
      fc.property(token, token, fc.string({ minLength: 1 }), (parentType, type, name) => {
        const parent = makeUrn("dev", "shop", STACK, parentType, "parent");
        const urn = makeUrn("dev", "shop", parent, type, name);
        assert.equal(typeOf(urn), type);
        assert.equal(nameOf(urn), name);
        assert.ok(isUrn(urn));
      }),
    );
  });

  it("is told from other texts", () => {
    for (const text of ["", "urn", "urn:pulumi:dev::shop::type", "urn:other:dev::shop::a:b:C::c", ` ${STACK}`]) {
      assert.equal(isUrn(text), false, text);
    }
  });
});

describe("a package", () => {
  it("is the first part of a type's token, and the last of a provider's", () => {
    assert.equal(packageOf("aws:s3/bucket:Bucket"), "aws");
    assert.equal(packageOf("pulumi:providers:aws"), "aws");
    assert.equal(packageOf("pulumi:providers:acme/cloud"), "acme");
    assert.equal(packageOf(""), "");
    assert.equal(providerType("aws"), "pulumi:providers:aws");
    assert.ok(isProviderType("pulumi:providers:aws"));
    assert.equal(isProviderType("aws:index:Provider"), false);
  });
});

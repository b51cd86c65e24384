import * as assert from "node:assert/strict";
import { DefaultProviders, isProviderOf, Packages, providerReference, providerUrn } from "../../src/engine/providers";
import { type ResourceState } from "../../src/engine/state";
import { type ProviderConfigValue } from "../../src/project";
import { makeSecret, UNKNOWN } from "../../src/wire/values";
import { urnOf } from "./program";

const PLUGIN = { pkg: "aws", version: "", downloadUrl: "" };

/** Default providers, and those that were made. */
function defaults(config: Record<string, Record<string, ProviderConfigValue>> = {}) {
  const made: ResourceState[] = [];
  const ofPackage = (pkg: string) => new Map(Object.entries(config[pkg] ?? {}));
  const providers = new DefaultProviders("dev", "shop", ofPackage, (state) => Promise.resolve(void made.push(state)));
  return { providers, made };
}

describe("a default provider", () => {
  it("is made once for a package and version, with the stack's configuration of the package", async () => {
    const { providers, made } = defaults({
      aws: { region: { value: "eu-west-1", secret: false }, token: { value: "t", secret: true } },
    });
    const references = await Promise.all([1, 2].map(() => providers.reference(PLUGIN, "aws:a:B")));
    const urn = urnOf("pulumi:providers:aws", "default");
    assert.deepEqual(references, [`${urn}::${UNKNOWN}`, `${urn}::${UNKNOWN}`]);
    assert.equal(made.length, 1);
    assert.deepEqual(made[0]?.inputs, { region: "eu-west-1", token: makeSecret("t") });
    assert.deepEqual([made[0]?.isDefaultProvider, made[0]?.id], [true, UNKNOWN]);
  });

  for (const [plugin, name] of [
    [{ ...PLUGIN, version: "7.1.0-alpha+5" }, "default_7_1_0_alpha_5"],
    [{ ...PLUGIN, downloadUrl: "https://example.com/x?y" }, "default_https_//example.com/x_y"],
    [
      { ...PLUGIN, version: "1.0.0", parameterization: { plugin: "terraform", version: "2.0.0", value: "" } },
      "default_2_0_0",
    ],
  ] as const) {
    it(`is called ${name} as the engine calls it`, async () => {
      assert.equal(providerUrn(await defaults().providers.reference(plugin, "")), urnOf("pulumi:providers:aws", name));
    });
  }

  it("is refused where the stack's configuration forbids it, for one package or all, but never for Pulumi's own", async () => {
    const disable = (list: string) =>
      defaults({ pulumi: { "disable-default-providers": { value: list, secret: false } } }).providers;
    await assert.rejects(disable(`[" aws "]`).reference(PLUGIN, "aws:a:B"), /'aws' disabled\. 'aws:a:B' must/);
    await assert.rejects(disable(`["*"]`).reference(PLUGIN, "aws:a:B"), /disabled/);
    await disable(`["*"]`).reference({ ...PLUGIN, pkg: "pulumi" }, "");
    for (const list of [`["gcp"]`, "[]", "null", ""]) {
      await disable(list).reference(PLUGIN, "");
    }
  });

  for (const list of ["aws", `"aws"`, "[1]", "{}"]) {
    it(`cannot be forbidden by ${list}, which is no list of packages`, () => {
      const config = { pulumi: { "disable-default-providers": { value: list, secret: false } } };
      assert.throws(() => defaults(config), {
        name: "PreflightError",
        kind: "configuration",
        message: new RegExp(`but is ${list.replace("[", "\\[")};`),
      });
    });
  }
});

describe("a provider's reference", () => {
  it("is its URN and its id, and tells its package", () => {
    const urn = urnOf("pulumi:providers:aws", "name::of::it");
    assert.equal(providerReference(urn, "id"), `${urn}::id`);
    assert.equal(providerUrn(`${urn}::id`), urn);
    assert.ok(isProviderOf(`${urn}::id`, "aws"));
    assert.equal(isProviderOf(`${urn}::id`, "awsx"), false);
  });
});

describe("packages", () => {
  it("have one reference for the same request, and another for each that differs", () => {
    const packages = new Packages();
    const [first, second] = [PLUGIN, { ...PLUGIN, version: "1.0.0" }].map((plugin) => packages.register(plugin));
    assert.notEqual(first, second);
    assert.equal(packages.register({ ...PLUGIN }), first);
    assert.deepEqual(packages.find(second as string), { ...PLUGIN, version: "1.0.0" });
    assert.throws(() => packages.find("9"), /unknown provider package '9'/);
    assert.throws(() => packages.find("x"), /unknown provider package 'x'/);
  });
});

import * as assert from "node:assert/strict";
import { type ResourceReport, type StackReport } from "../../src/document";
import { fixture, preview, resource, told } from "./harness";

const PREFIX = "urn:pulumi:dev::resources::";

/** The id of a provider that is not made yet. */
const NO_ID = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("the resources of a preview", () => {
  let report: StackReport;
  const get = (name: string): ResourceReport => resource(report, name);
  const urnOf = (name: string): string => get(name).urn;

  before(async function () {
    this.timeout(120_000);
    report = await preview(fixture("resources"));
  });

  it("are all there, with nothing to complain of", () => {
    assert.equal(told(report), "");
    assert.equal(report.ok, true);
    assert.equal(report.resources.length, 42);
  });

  describe("URNs and parents", () => {
    it("begin with the stack itself, which has no parent", () => {
      const [root] = report.resources;
      assert.equal(root?.urn, `${PREFIX}pulumi:pulumi:Stack::resources-dev`);
      assert.equal(root?.parent, undefined);
      assert.equal(root?.custom, false);
    });

    it("leave the stack out of the types, which every resource is under", () => {
      assert.equal(urnOf("alone"), `${PREFIX}made:store/disk:Disk::alone`);
      assert.equal(get("alone").parent, `${PREFIX}pulumi:pulumi:Stack::resources-dev`);
    });

    it("join the types of all parents, so that two components may hold children of one name", () => {
      assert.equal(
        urnOf("rack-shelf-disk"),
        `${PREFIX}made:index:Rack$made:index:Shelf$made:store/disk:Disk::rack-shelf-disk`,
      );
      assert.equal(get("rack-shelf-disk").parent, urnOf("rack-shelf"));
    });

    it("take a resource as a parent too", () => {
      assert.equal(urnOf("under-a-disk"), `${PREFIX}made:store/disk:Disk$made:store/disk:Disk::under-a-disk`);
    });

    it("keep a name that holds the URN's own separator", () => {
      assert.equal(urnOf("name::with::colons"), `${PREFIX}made:store/disk:Disk::name::with::colons`);
    });

    it("tell components from what a provider manages", () => {
      assert.deepEqual([get("rack").custom, get("alone").custom, get("west").custom], [false, true, true]);
    });
  });

  describe("providers", () => {
    const provider = (name: string): string => `${PREFIX}pulumi:providers:made::${name}::${NO_ID}`;

    it("are the package's default where the program names none", () => {
      assert.equal(get("alone").provider, provider("default"));
    });

    it("have a default of their own for each version and address of a plugin", () => {
      assert.equal(get("pinned").provider, provider("default_1_2_3_https_//plugins.example.com"));
      assert.equal(get("pinned").options.version, "1.2.3");
      assert.equal(get("pinned").options.pluginDownloadUrl, "https://plugins.example.com");
    });

    it("are none for a component, even one that is handed a provider", () => {
      assert.deepEqual([get("rack").provider, get("by-map").provider], [undefined, undefined]);
    });

    for (const name of ["explicit", "by-provider-disk", "by-map-disk", "by-list-disk", "under-explicit"]) {
      it(`are handed down to ${name}`, () => assert.equal(get(name).provider, provider("west")));
    }

    it("show the explicit one with its inputs, and no default one", () => {
      assert.deepEqual(get("west").inputs, { region: "west", token: "[secret]" });
      assert.equal(
        report.resources.some((candidate) => candidate.name.startsWith("default")),
        false,
      );
    });
  });

  describe("dependencies", () => {
    it("are what dependsOn names", () => {
      assert.deepEqual(get("after").dependencies, [urnOf("alone")]);
      assert.deepEqual(get("after").propertyDependencies, {});
    });

    it("reach through components to what is in them", () => {
      assert.deepEqual(get("after-component").dependencies, [urnOf("rack-shelf-disk")]);
    });

    it("come with values, property by property", () => {
      assert.deepEqual(get("by-property").dependencies, [urnOf("alone"), urnOf("rack-shelf-disk")]);
      assert.deepEqual(get("by-property").propertyDependencies, {
        label: [urnOf("alone")],
        tags: [urnOf("alone"), urnOf("rack-shelf-disk")],
      });
    });

    it("come through pulumi.all, and only to the property made of it", () => {
      assert.deepEqual(get("by-all").propertyDependencies, { label: [urnOf("alone")] });
    });

    it("come with a resource that is itself a value", () => {
      assert.deepEqual(get("peers").propertyDependencies, {
        peer: [urnOf("alone")],
        tags: [urnOf("rack-shelf-disk")],
      });
    });
  });

  describe("options", () => {
    const set = (name: string): object =>
      Object.fromEntries(
        Object.entries(get(name).options).filter(([, value]) => !Array.isArray(value) || value.length > 0),
      );

    it("are absent where the program sets none", () => {
      assert.deepEqual(get("alone").options, {
        ignoreChanges: [],
        replaceOnChanges: [],
        additionalSecretOutputs: [],
        aliases: [],
      });
    });

    it("hand protect, retainOnDelete and deletedWith down from a component", () => {
      assert.deepEqual(set("kept-disk"), { protect: true });
      assert.deepEqual(set("left-disk"), { retainOnDelete: true });
      assert.deepEqual(set("swept-disk"), { deletedWith: urnOf("alone") });
    });

    it("let a child say otherwise than its component", () => {
      assert.deepEqual(set("partly-kept"), { protect: true });
      assert.deepEqual(set("partly-kept-disk"), {});
    });

    it("keep the paths of ignoreChanges and replaceOnChanges", () => {
      assert.deepEqual(set("careful"), {
        ignoreChanges: ["size", "tags.owner"],
        replaceOnChanges: ["label"],
        deleteBeforeReplace: true,
      });
    });

    it("keep timeouts, of which the program sets some", () => {
      assert.deepEqual(set("slow"), { customTimeouts: { create: "20m", delete: "1h30m" } });
    });

    it("keep aliases in the order given, by name and by URN", () => {
      assert.deepEqual(set("renamed"), {
        aliases: [`name=old-name parent=${get("renamed").parent}`, `${PREFIX}made:store/disk:Disk::older`],
      });
    });

    it("keep the outputs that are to be secret", () => {
      assert.deepEqual(set("secretive"), { additionalSecretOutputs: ["size", "arn"] });
    });
  });

  describe("values", () => {
    it("show secrets as such at any depth, and what is made of them", () => {
      assert.deepEqual(get("hidden").inputs, {
        label: "[secret]",
        tags: { plain: "seen", nested: { deep: ["[secret]", "seen too"] }, url: "[secret]" },
      });
      assert.deepEqual(get("of-secret").inputs, { label: "[secret]" });
    });

    it("show no secret's text anywhere", () => {
      assert.equal(JSON.stringify(report).includes("hunter2"), false);
    });

    it("show what the cloud will compute as unknown, and what is known beside it", () => {
      assert.deepEqual(get("unknowns").inputs, { label: "[unknown]", tags: { list: ["[unknown]", "known"] } });
    });

    it("are those of the stack's configuration", () => {
      assert.deepEqual(get("alone").inputs, { size: 8 });
    });
  });

  it("lead to outputs, known, unknown and secret", () => {
    const { alone, ...plain } = report.outputs;
    assert.deepEqual(plain, {
      label: "known",
      arn: "[unknown]",
      size: 8,
      password: "[secret]",
      secretive: "[secret]",
      nested: { list: [1, "[secret]", { arn: "[unknown]" }] },
    });
    assert.equal((alone as { urn?: string }).urn, urnOf("alone"));
  });
});

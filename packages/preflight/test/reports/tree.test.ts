import * as assert from "node:assert/strict";
import { type ResourceReport, type StackReport } from "../../src/document";
import { isCollapsed, resourceTree, SHOWN_SIBLINGS, type TreeEntry } from "../../src/reports/tree";
import { diagnostic, resource, stack, stackResource, urnOf, violation, VOLUME_TYPE, waived } from "./documents";

/** The tree as nested names, which is all that its shape is about. */
type Shape = string | [string, Shape[]];

function shape(entry: TreeEntry): Shape {
  if (isCollapsed(entry)) {
    return `${entry.siblings} more ${entry.type} over ${entry.descendants}`;
  }
  return entry.children.length === 0 ? entry.resource.name : [entry.resource.name, entry.children.map(shape)];
}

function shapeOf(resources: ResourceReport[], changes: Partial<StackReport> = {}): Shape[] {
  return resourceTree(stack({ resources, ...changes })).roots.map(shape);
}

function volumes(count: number): ResourceReport[] {
  return Array.from({ length: count }, (_, index) => resource(VOLUME_TYPE, `v${index}`));
}

describe("resourceTree", () => {
  it("shows a sibling among many about which something is waived", () => {
    const many = volumes(SHOWN_SIBLINGS + 5);
    const last = many.at(-1)?.urn ?? "";
    const [root] = shapeOf([stackResource(), ...many], { waived: [waived({ urn: last })] });
    const shown = (root as [string, Shape[]])[1];
    assert.ok(shown.includes(`v${SHOWN_SIBLINGS + 4}`), JSON.stringify(shown));
    assert.ok(!shown.includes(`v${SHOWN_SIBLINGS + 3}`), JSON.stringify(shown));
  });

  it("puts children under their parents in the order of registration", () => {
    const group = resource("shop:index:Group", "group", { custom: false });
    const resources = [
      stackResource(),
      group,
      resource(VOLUME_TYPE, "first"),
      resource(VOLUME_TYPE, "inner", { parent: group.urn }),
    ];
    assert.deepEqual(shapeOf(resources), [["shop-dev", [["group", ["inner"]], "first"]]]);
  });

  it("hangs a resource without a parent, or with one that is not there, under the stack", () => {
    const { parent: _parent, ...parentless } = resource(VOLUME_TYPE, "parentless");
    const orphan = resource(VOLUME_TYPE, "orphan", { parent: urnOf(VOLUME_TYPE, "gone") });
    assert.deepEqual(shapeOf([stackResource(), parentless, orphan]), [["shop-dev", ["parentless", "orphan"]]]);
  });

  it("shows resources side by side where there is no stack to hang them under", () => {
    assert.deepEqual(shapeOf(volumes(2)), ["v0", "v1"]);
  });

  it("ends where resources name each other or themselves as parents", () => {
    const self = resource(VOLUME_TYPE, "self", { parent: urnOf(VOLUME_TYPE, "self") });
    const one = resource(VOLUME_TYPE, "one", { parent: urnOf(VOLUME_TYPE, "other") });
    const other = resource(VOLUME_TYPE, "other", { parent: one.urn });
    assert.deepEqual(shapeOf([stackResource(), self, one, other]), [["shop-dev", ["self", ["one", ["other"]]]]]);
  });

  it("keeps both of two resources with one URN, and puts findings and children under the first", () => {
    const child = resource("shop:index:Child", "child", { parent: urnOf(VOLUME_TYPE, "data") });
    const twice = [stackResource(), resource(VOLUME_TYPE, "data"), resource(VOLUME_TYPE, "data"), child];
    const [root] = resourceTree(stack({ resources: twice, violations: [violation()] })).roots;
    assert.ok(root !== undefined && !isCollapsed(root));
    assert.deepEqual(shape(root), ["shop-dev", [["data", ["child"]], "data"]]);
    assert.deepEqual(
      root.children.map((entry) => (isCollapsed(entry) ? -1 : entry.violations.length)),
      [1, 0],
    );
  });

  it("keeps findings apart that belong to no resource of the stack, so that none is lost", () => {
    const ofStack = violation({ urn: "" });
    const ofUnknown = violation({ urn: urnOf(VOLUME_TYPE, "gone") });
    const remediation = { pack: "rules", packVersion: "1.0.0", policy: "tags", urn: "gone", properties: ["tags"] };
    const tree = resourceTree(stack({ violations: [ofStack, violation(), ofUnknown], remediations: [remediation] }));
    assert.deepEqual(tree.violations, [ofStack, ofUnknown]);
    assert.deepEqual(tree.remediations, [remediation]);
  });

  it("shows as many siblings of one type as fit, without a note", () => {
    const [root] = resourceTree(stack({ resources: [stackResource(), ...volumes(SHOWN_SIBLINGS)] })).roots;
    assert.ok(root !== undefined && !isCollapsed(root));
    assert.equal(root.children.length, SHOWN_SIBLINGS);
    assert.ok(!root.children.some(isCollapsed));
  });

  it("collapses the rest of many siblings, counts what is under them, and keeps every one with a finding", () => {
    const many = volumes(1000);
    const children = many.slice(500, 510).map(({ urn }) => resource("shop:index:Child", "child", { parent: urn }));
    const remediation = { pack: "rules", packVersion: "1.0.0", policy: "tags", urn: "", properties: ["tags"] };
    const tree = resourceTree(
      stack({
        resources: [stackResource(), ...many, resource("shop:index:Other", "other"), ...children],
        violations: [violation({ urn: urnOf(VOLUME_TYPE, "v3") }), violation({ urn: urnOf(VOLUME_TYPE, "v900") })],
        remediations: [{ ...remediation, urn: urnOf(VOLUME_TYPE, "v901") }],
        diagnostics: [diagnostic({ urn: urnOf(VOLUME_TYPE, "v902") })],
      }),
    );
    const first = Array.from({ length: SHOWN_SIBLINGS + 1 }, (_, index) => `v${index}`);
    assert.deepEqual(tree.roots.map(shape), [
      ["shop-dev", [...first, `976 more ${VOLUME_TYPE} over 10`, "v900", "v901", "v902", "other"]],
    ]);
  });

  it("keeps a resource whose child has a finding, because the child hangs under it", () => {
    const many = volumes(30);
    const child = resource("shop:index:Child", "child", { parent: urnOf(VOLUME_TYPE, "v29") });
    const [root] = shapeOf([stackResource(), ...many, child], { violations: [violation({ urn: child.urn })] });
    assert.ok(Array.isArray(root));
    assert.deepEqual(root[1].slice(-2), [`9 more ${VOLUME_TYPE} over 0`, ["v29", ["child"]]]);
  });
});

import * as assert from "node:assert/strict";
import { AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { type ResourceState, resourceState, StackState } from "../../src/engine/state";
import { analyzeRequest, stackRequest } from "../../src/policies/requests";
import { fromStruct } from "../../src/wire/struct";
import { makeSecret, UNKNOWN } from "../../src/wire/values";
import { urnOf } from "../engine/program";

const PROVIDER = resourceState({
  urn: urnOf("pulumi:providers:aws", "east"),
  type: "pulumi:providers:aws",
  name: "east",
  inputs: { region: "us-east-1", __internal: 1 },
});
const PARENT = urnOf("shop:index:Site", "site");

/** A resource with all that a pack is told of. */
function topic(given: Partial<ResourceState> = {}): ResourceState {
  return resourceState({
    urn: urnOf("shop:index:Site$aws:sns/topic:Topic", "it"),
    type: "aws:sns/topic:Topic",
    name: "it",
    parent: PARENT,
    provider: `${PROVIDER.urn}::${UNKNOWN}`,
    inputs: { size: 1, key: makeSecret("k"), __defaults: [] },
    outputs: { size: 1, arn: UNKNOWN },
    dependencies: [PARENT],
    propertyDependencies: new Map([
      ["size", [PARENT]],
      ["key", []],
    ]),
    options: {
      protect: true,
      deleteBeforeReplace: false,
      ignoreChanges: ["tags"],
      replaceOnChanges: ["name"],
      additionalSecretOutputs: ["key"],
      aliases: ["name=old"],
    },
    timeouts: { create: 60, update: 0, delete: 1.5 },
    ...given,
  });
}

function stackOf(...resources: ResourceState[]): StackState {
  const stack = new StackState();
  resources.forEach((resource) => stack.add(resource));
  return stack;
}

describe("what a policy is told of a resource", () => {
  it("is its inputs with their secrets, its options, and its provider", () => {
    const request = analyzeRequest(topic(), stackOf(PROVIDER, topic()));
    assert.deepEqual(
      [request.getUrn(), request.getType(), request.getName()],
      [topic().urn, "aws:sns/topic:Topic", "it"],
    );
    assert.deepEqual(fromStruct(request.getProperties()), { size: 1, key: makeSecret("k") });
    assert.deepEqual(request.getOptions()?.toObject(), {
      protect: true,
      ignorechangesList: ["tags"],
      deletebeforereplace: false,
      deletebeforereplacedefined: true,
      additionalsecretoutputsList: ["key"],
      aliasesList: [],
      customtimeouts: { create: 60, update: 0, pb_delete: 1.5, read: 0 },
      parent: PARENT,
    });
    const provider = request.getProvider();
    assert.deepEqual([provider?.getUrn(), provider?.getName()], [PROVIDER.urn, "east"]);
    assert.deepEqual(fromStruct(provider?.getProperties()), { region: "us-east-1" });
  });

  it("is the SDK's own properties too where they have to come back", () => {
    const request = analyzeRequest(topic(), stackOf(), true);
    assert.deepEqual(Object.keys(fromStruct(request.getProperties())).sort(), ["__defaults", "key", "size"]);
  });

  it("is no provider for a component, or where there is none of that URN", () => {
    assert.equal(analyzeRequest(topic(), stackOf()).getProvider(), undefined);
    assert.equal(analyzeRequest(topic({ provider: "" }), stackOf(PROVIDER)).getProvider(), undefined);
  });
});

describe("what a policy is told of a stack", () => {
  it("is each resource by its outputs, with what it and its properties depend on", () => {
    const stack = stackOf(PROVIDER, topic());
    stack.learn({ "aws:sns/topic:Topic": ["arn", "owner"] });
    const bytes = stackRequest([topic(), PROVIDER], stack).serializeBinary();
    const [told, provider, ...others] = AnalyzeStackRequest.deserializeBinary(bytes).getResourcesList();
    assert.deepEqual(others, []);
    assert.equal(provider?.getUrn(), PROVIDER.urn);
    assert.deepEqual(fromStruct(told?.getProperties()), { size: 1, arn: UNKNOWN, owner: UNKNOWN });
    assert.equal(told?.getParent(), PARENT);
    assert.deepEqual(told?.getDependenciesList(), [PARENT]);
    const dependencies = told?.toObject().propertydependenciesMap;
    assert.deepEqual(dependencies, [["size", { urnsList: [PARENT] }]]);
  });
});

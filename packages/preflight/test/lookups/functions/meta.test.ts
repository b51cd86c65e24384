import * as assert from "node:assert/strict";
import { type JsonObject } from "../../../src/lookups";
import { answer, at, NOWHERE, refusal, undetermined } from "./compute";

const GET_REGION = "aws:index/getRegion:getRegion";
const GET_PARTITION = "aws:index/getPartition:getPartition";
const GET_SERVICE_PRINCIPAL = "aws:index/getServicePrincipal:getServicePrincipal";
const GET_DEFAULT_TAGS = "aws:index/getDefaultTags:getDefaultTags";
const NO_REGION = "neither the call nor its provider names a Region; set aws:region in the stack's configuration";

describe("getRegion", () => {
  const IRELAND = {
    description: "Europe (Ireland)",
    endpoint: "ec2.eu-west-1.amazonaws.com",
    id: "eu-west-1",
    name: "eu-west-1",
    region: "eu-west-1",
  };

  it("is the Region of the call", () => assert.deepEqual(answer(GET_REGION, {}, at("eu-west-1")), IRELAND));

  it("is that of a name or of an endpoint, whatever the Region of the call", () => {
    const ways: JsonObject[] = [{ name: "eu-west-1" }, { region: "eu-west-1" }, { endpoint: IRELAND.endpoint }];
    for (const args of ways) {
      assert.deepEqual(answer(GET_REGION, args, at("us-east-1")), IRELAND);
    }
    assert.deepEqual(answer(GET_REGION, { endpoint: IRELAND.endpoint, region: "eu-west-1" }), IRELAND);
  });

  it("has the endpoint of its partition", () => {
    assert.equal(answer(GET_REGION, {}, at("cn-north-1"))["endpoint"], "ec2.cn-north-1.amazonaws.com.cn");
    assert.equal(answer(GET_REGION, {}, at("eusc-de-east-1"))["endpoint"], "ec2.eusc-de-east-1.amazonaws.eu");
  });

  it("refuses two Regions, and one by two names", () => {
    assert.equal(
      refusal(GET_REGION, { endpoint: IRELAND.endpoint, name: "eu-west-2" }),
      "the endpoint is that of eu-west-1 and the name is eu-west-2; give one of them.",
    );
    assert.equal(
      refusal(GET_REGION, { name: "eu-west-1", region: "eu-west-1" }),
      "name and region are given, and mean the same; keep region.",
    );
  });

  it("is looked up where no Region is known, or AWS has one of late", () => {
    assert.equal(undetermined(GET_REGION, {}), NO_REGION);
    assert.equal(undetermined(GET_REGION, {}, at("eu-west-9")), "preflight knows no Region eu-west-9");
    assert.equal(
      undetermined(GET_REGION, { endpoint: "ec2.amazonaws.com" }, at("eu-west-1")),
      "no Region has the endpoint ec2.amazonaws.com",
    );
  });
});

describe("getPartition", () => {
  const partitions: [region: string, id: string, dnsSuffix: string, reverseDnsPrefix: string][] = [
    ["eu-central-1", "aws", "amazonaws.com", "com.amazonaws"],
    ["cn-north-1", "aws-cn", "amazonaws.com.cn", "cn.com.amazonaws"],
    ["us-gov-west-1", "aws-us-gov", "amazonaws.com", "com.amazonaws"],
    ["eusc-de-east-1", "aws-eusc", "amazonaws.eu", "eu.amazonaws"],
    ["us-iso-east-1", "aws-iso", "c2s.ic.gov", "gov.ic.c2s"],
  ];
  for (const [region, id, dnsSuffix, reverseDnsPrefix] of partitions) {
    it(`of ${region} is ${id}`, () =>
      assert.deepEqual(answer(GET_PARTITION, {}, at(region)), { dnsSuffix, id, partition: id, reverseDnsPrefix }));
  }

  it("is looked up where no Region is known, or only after deployment", () => {
    assert.equal(undetermined(GET_PARTITION, {}), NO_REGION);
    assert.equal(
      undetermined(
        GET_PARTITION,
        {},
        {
          provider: "other",
          config: { region: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" },
        },
      ),
      "the Region of its provider other is known only after deployment",
    );
    assert.equal(
      undetermined(GET_PARTITION, {}, at("mars-north-1")),
      "mars-north-1 is no Region of a partition that preflight knows",
    );
  });
});

describe("getServicePrincipal", () => {
  it("ends the same in every partition, as the provider's own tests have it", () => {
    for (const region of [
      ...["us-east-1", "cn-north-1", "us-gov-east-1"],
      ...["us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1"],
    ]) {
      assert.deepEqual(answer(GET_SERVICE_PRINCIPAL, { serviceName: "s3" }, at(region)), {
        id: `s3.${region}.amazonaws.com`,
        name: "s3.amazonaws.com",
        region,
        serviceName: "s3",
        suffix: "amazonaws.com",
      });
    }
  });

  it("but for a few services", () => {
    const few: [region: string, suffix: string, services: string[]][] = [
      ["us-iso-east-1", "c2s.ic.gov", ["cloudhsm", "config", "logs", "workspaces"]],
      ["us-isob-east-1", "sc2s.sgov.gov", ["dms", "logs"]],
      ["cn-north-1", "amazonaws.com.cn", ["codedeploy", "elasticmapreduce", "logs"]],
    ];
    for (const [region, suffix, services] of few) {
      for (const serviceName of services) {
        const { id, name } = answer(GET_SERVICE_PRINCIPAL, { serviceName }, at(region));
        assert.deepEqual([id, name], [`${serviceName}.${region}.${suffix}`, `${serviceName}.${suffix}`]);
      }
    }
  });

  it("requires a service", () =>
    assert.equal(refusal(GET_SERVICE_PRINCIPAL, {}, at("eu-west-1")), "serviceName is required; add it."));
});

describe("getDefaultTags", () => {
  const tags = (config: JsonObject): unknown => answer(GET_DEFAULT_TAGS, {}, at("eu-west-1", config))["tags"];

  it("are those of the provider, which Pulumi hands over as JSON", () => {
    assert.deepEqual(answer(GET_DEFAULT_TAGS, {}, at("eu-west-1", { defaultTags: '{"tags":{"Team":"a"}}' })), {
      id: "aws",
      tags: { Team: "a" },
    });
    assert.deepEqual(tags({ defaultTags: { tags: { Team: "a" } } }), { Team: "a" });
  });

  it("are none where the provider has none", () => assert.deepEqual(tags({}), {}));

  it("leave out AWS's own and those that the provider ignores", () => {
    const defaultTags = JSON.stringify({ tags: { "aws:x": "1", Team: "a", Drop: "b", "tmp/x": "c" } });
    const ignoreTags = JSON.stringify({ keys: ["Drop"], keyPrefixes: ["tmp/"] });
    assert.deepEqual(tags({ defaultTags, ignoreTags }), { Team: "a" });
  });

  it("are looked up where they are known only after deployment", () => {
    const unknown = { defaultTags: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" };
    assert.equal(
      undetermined(GET_DEFAULT_TAGS, {}, at("eu-west-1", unknown)),
      "defaultTags of its provider default is known only after deployment",
    );
  });

  it("are refused where they are no object", () =>
    assert.equal(
      refusal(GET_DEFAULT_TAGS, {}, { ...at("eu-west-1"), config: { defaultTags: "Team" } }),
      'defaultTags of the provider default must be an object, but is "Team"; correct it.',
    ));

  it("are looked up where no Region is known", () =>
    assert.equal(undetermined(GET_DEFAULT_TAGS, {}, NOWHERE), NO_REGION));
});

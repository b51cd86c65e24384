import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/metadata-service-requires-tokens";
import { judge, remediate, UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const DEFAULTS = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
const NOT_SET = 'metadataOptions.httpTokens is not set, and AWS takes optional then; set it to "required".';
const OPTIONAL = 'metadataOptions.httpTokens is optional; set it to "required".';
const passes = {
  "tokens that are required": { metadataOptions: { httpTokens: "required" } },
  "a list of one where an object is due": { metadataOptions: [{ httpTokens: "required" }] },
  "a service that is off": { metadataOptions: { httpEndpoint: "disabled" } },
};

describeRule(rule, [
  {
    it: "fails an instance that says nothing",
    fails: {},
    messages: [NOT_SET],
    passes,
    remediated: { metadataOptions: { httpTokens: "required" } },
  },
  {
    it: "fails an instance whose tokens are optional, and keeps what else it says when it remediates",
    fails: { metadataOptions: [{ httpTokens: "optional", httpPutResponseHopLimit: 2 }] },
    messages: [OPTIONAL],
    passes: { "tokens that are required": { metadataOptions: { httpTokens: "required" } } },
    remediated: { metadataOptions: [{ httpTokens: "required", httpPutResponseHopLimit: 2 }] },
  },
  {
    it: "fails an instance that says nothing, unless it depends on the account's default",
    fails: {},
    messages: [`${NOT_SET} (end)`],
    others: [{ type: DEFAULTS, name: "unrelated", inputs: { httpTokens: "required" } }],
    more: { dependsOn: ["account"] },
    passes: { "tokens that are required": { metadataOptions: { httpTokens: "required" } } },
    passesWith: {
      "one whose account requires tokens": [{ type: DEFAULTS, name: "account", inputs: { httpTokens: "required" } }],
    },
  },
  {
    it: "fails an instance that says nothing, unless the program's AMI asks for tokens",
    fails: { ami: UNKNOWN_VALUE },
    messages: [`${NOT_SET} (end)`],
    others: [
      { type: AwsType.Ami, name: "old", inputs: {} },
      { type: AwsType.Ami, name: "young", inputs: { imdsSupport: "v2.0" } },
    ],
    more: { sources: { ami: ["old"] } },
    passes: { "tokens that are required": { metadataOptions: { httpTokens: "required" } } },
  },
  {
    it: "fails a launch specification of a spot fleet, which cannot require tokens",
    type: AwsType.SpotFleetRequest,
    fails: { launchSpecifications: [{ ami: "ami-1" }] },
    messages: [
      "launchSpecifications[0] cannot require tokens, and AWS takes optional then; name a launch template in launchTemplateConfigs.",
    ],
    passes: { "a fleet with launch templates": { launchSpecifications: undefined } },
  },
  {
    it: "fails an instance whose tokens are optional, whatever its launch template says",
    fails: { metadataOptions: { httpTokens: "optional" }, launchTemplate: { id: "lt-1" } },
    messages: [OPTIONAL],
    passes: { "tokens that are required": { metadataOptions: { httpTokens: "required" } } },
  },
  {
    it: "judges the launch template of the program in the instance's stead",
    fails: {},
    messages: [NOT_SET],
    others: [
      {
        type: AwsType.LaunchTemplate,
        name: "template",
        inputs: { metadataOptions: { httpTokens: "required" } },
        state: { latestVersion: 1, defaultVersion: 1 },
      },
    ],
    more: { sources: { launchTemplate: ["template"] } },
    passes: { "an instance with a launch template": { launchTemplate: { id: "lt-1", version: "$Latest" } } },
  },
  ...[
    AwsType.LaunchTemplate,
    "aws:ec2/launchConfiguration:LaunchConfiguration",
    "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
  ].map((type) => ({
    it: `fails a ${type.split(":")[2]} whose tokens are optional`,
    type,
    fails: { metadataOptions: { httpTokens: "optional" } },
    messages: [OPTIONAL],
    passes,
  })),
]);

describe("metadata-service-requires-tokens of an AMI of the program", () => {
  it("passes what says nothing, if every AMI that it may launch asks for tokens", async () => {
    const amis = [
      { type: AwsType.Ami, name: "young", inputs: { imdsSupport: "v2.0" } },
      { type: AwsType.Ami, name: "old", inputs: {} },
    ];
    const launched = (...ami: string[]) => ({
      ...{ type: AwsType.Instance, name: "it", inputs: { ami: UNKNOWN_VALUE } },
      sources: { ami },
    });
    assert.deepEqual(await judge([rule], [...amis, launched("young")]), []);
    assert.equal((await judge([rule], [...amis, launched("young", "old")])).length, 1);
  });
});

describe("metadata-service-requires-tokens as a remediation", () => {
  it("leaves alone what is replaced by a change, what a launch template may say, and a service that is off", async () => {
    for (const [type, inputs] of [
      [AwsType.LaunchConfiguration, {}],
      [AwsType.Instance, { launchTemplate: { id: "lt-1" } }],
      [AwsType.Instance, { metadataOptions: { httpEndpoint: "disabled" } }],
      [AwsType.Instance, { metadataOptions: { httpTokens: UNKNOWN_VALUE } }],
    ] as const) {
      assert.equal(await remediate(rule, { type, name: "it", inputs }), undefined);
    }
  });
});

import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import amiIsApproved from "../../../rules/ec2/ami-is-approved";
import { judge, secret, UNKNOWN_VALUE, type Registration, type RuleSettings } from "../../support/pack";

const APPROVED = "ami-0123456789abcdef0";
const PASTED = "ami-0aaaaaaaaaaaaaaaa";
const GOLDEN = "resolve:ssm:/golden-ami/web/approved";
const CATALOGUE = { approvedSsmParameters: ["/golden-ami/*/approved"], approvedAmiIds: [APPROVED] };
const CHANGE = `launch an approved AMI: resolve:ssm:/golden-ami/*/approved, ${APPROVED}.`;
const OPEN = `advisory web: ami is known only at deployment, and nothing shows that it is approved; ${CHANGE} (end)`;

function instance(ami: unknown, more: Partial<Registration> = {}): Registration {
  return { type: AwsType.Instance, name: "web", inputs: { ami, instanceType: "t3.micro" }, ...more };
}

function template(imageId: unknown): Registration {
  return { type: AwsType.LaunchTemplate, name: "template", inputs: { imageId } };
}

function verdicts(resources: Registration[], settings: RuleSettings = CATALOGUE): Promise<string[]> {
  return judge([amiIsApproved], resources, { "ami-is-approved": settings });
}

describe("ami-is-approved", () => {
  it("fails a pasted id, and passes one that the catalogue lists", async () => {
    assert.deepEqual(await verdicts([instance(PASTED), template(PASTED)]), [
      `mandatory web: ami is ${PASTED}, which is not approved; ${CHANGE}`,
      `mandatory template: imageId is ${PASTED}, which is not approved; ${CHANGE}`,
    ]);
    assert.deepEqual(await verdicts([instance(APPROVED), template(APPROVED)]), []);
  });

  it("fails a parameter outside the approved paths, and passes one inside", async () => {
    for (const parameter of [
      "/golden-ami/web/candidate",
      "/golden-ami/web/beta/approved",
      "/x/golden-ami/web/approved",
    ]) {
      assert.deepEqual(await verdicts([template(`resolve:ssm:${parameter}`)]), [
        `mandatory template: imageId is the AMI in the parameter ${parameter}, which is not approved; ${CHANGE}`,
      ]);
    }
    assert.deepEqual(await verdicts([template(GOLDEN)]), []);
  });

  it("fails a pinned version or label, because an approval does not move it, unless the configuration allows it", async () => {
    for (const selector of ["3", "previous"]) {
      assert.deepEqual(await verdicts([template(`${GOLDEN}:${selector}`)]), [
        `mandatory template: imageId pins a version or a label of an approved parameter, so that no approval moves it; name the parameter alone.`,
      ]);
      assert.deepEqual(
        await verdicts([template(`${GOLDEN}:${selector}`)], { ...CATALOGUE, allowParameterVersions: true }),
        [],
      );
    }
  });

  it("fails another account's parameter of the same name, and passes one that is approved by its ARN", async () => {
    const arn = (account: string) => `arn:aws:ssm:eu-west-1:${account}:parameter/golden-ami/web/approved`;
    const settings = { approvedSsmParameters: ["/golden-ami/*/approved", arn("111111111111")] };
    const change = `launch an approved AMI: resolve:ssm:/golden-ami/*/approved, resolve:ssm:${arn("111111111111")}.`;
    assert.deepEqual(await verdicts([template(`resolve:ssm:${arn("222222222222")}`)], settings), [
      `mandatory template: imageId is the AMI in the parameter ${arn("222222222222")}, which is not approved; ${change}`,
    ]);
    assert.deepEqual(await verdicts([template(`resolve:ssm:${arn("111111111111")}`)], settings), []);
  });

  it("fails what is no AMI's name, without repeating it, because it may be a secret", async () => {
    assert.deepEqual(await verdicts([template(secret("hunter2"))]), [
      `mandatory template: imageId is neither an AMI id nor a reference of the form resolve:ssm:<parameter>; ${CHANGE}`,
    ]);
    assert.deepEqual(await verdicts([template(7)]), ["mandatory template: imageId is not a text; name an AMI."]);
  });

  it("fails every AMI while the catalogue is empty, and says what to configure", async () => {
    assert.deepEqual(await verdicts([template(GOLDEN)], {}), [
      "mandatory template: imageId is the AMI in the parameter /golden-ami/web/approved, which is not approved; launch an approved AMI: the rule's configuration lists none in approvedSsmParameters, approvedAmiIds or catalogue.",
    ]);
  });

  it("names a few of many approved AMIs", async () => {
    const approvedAmiIds = ["1", "2", "3", "4", "5", "6"].map((digit) => `ami-0000000${digit}`);
    assert.deepEqual(await verdicts([template(PASTED)], { approvedAmiIds }), [
      `mandatory template: imageId is ${PASTED}, which is not approved; launch an approved AMI: ami-00000001, ami-00000002, ami-00000003, ami-00000004 or one of 2 more.`,
    ]);
  });

  describe("by an entry of the catalogue", () => {
    const ENTRY = {
      ...{ id: APPROVED, region: "eu-west-1", accountId: "111122223333" },
      ...{ created: "2020-01-01", expires: "9999-12-31" },
    };
    const entry = (change: Record<string, string> = {}) => ({ catalogue: [{ ...ENTRY, ...change }] });
    const at = (providerInputs: Record<string, unknown>) => [{ ...instance(APPROVED), providerInputs }];
    const HERE = { region: "eu-west-1", allowedAccountIds: JSON.stringify(["111122223333"]) };
    const NOT_HERE = `mandatory web: ami is ${APPROVED}, which is approved in eu-west-1 and the account 111122223333, but not here; launch an approved AMI: ${APPROVED}.`;

    it("passes in its Region and account, and in no other", async () => {
      assert.deepEqual(await verdicts(at(HERE), entry()), []);
      assert.deepEqual(await verdicts(at({ ...HERE, region: "eu-central-1" }), entry()), [NOT_HERE]);
      assert.deepEqual(await verdicts(at({ ...HERE, allowedAccountIds: '["999999999999"]' }), entry()), [NOT_HERE]);
      assert.deepEqual(
        await verdicts([{ ...instance(APPROVED), inputs: { ami: APPROVED, region: "eu-central-1" } }], entry()),
        [NOT_HERE],
      );
    });

    it("passes where the account is not told, and cannot tell where the Region is not", async () => {
      assert.deepEqual(await verdicts(at({ region: "eu-west-1" }), entry()), []);
      assert.deepEqual(await verdicts(at({}), entry()), [
        `advisory web: ami is ${APPROVED}, and nothing shows that it is approved; launch an approved AMI: ${APPROVED}. (end)`,
      ]);
    });

    it("fails once it has expired", async () => {
      assert.deepEqual(await verdicts(at(HERE), entry({ expires: "2020-06-30" })), [
        `mandatory web: ami is ${APPROVED}, whose approval ended on 2020-06-30; launch an approved AMI: the rule's configuration lists none in approvedSsmParameters, approvedAmiIds or catalogue.`,
      ]);
      assert.deepEqual(await verdicts(at(HERE), entry({ expires: new Date().toISOString().slice(0, 10) })), []);
    });

    it("passes an id that is given for a Region, and for a Region of an account", async () => {
      for (const prefix of ["eu-west-1/", "111122223333/eu-west-1/"]) {
        assert.deepEqual(await verdicts(at(HERE), { approvedAmiIds: [prefix + APPROVED] }), []);
      }
      for (const prefix of ["eu-central-1/", "999999999999/eu-west-1/"]) {
        assert.match((await verdicts(at(HERE), { approvedAmiIds: [prefix + APPROVED] })).join(), /^mandatory web: /);
      }
    });
  });

  it("judges whatever else launches, or names an AMI that a service launches", async () => {
    const cases: [type: string, inputs: (id: string) => Record<string, unknown>, field: string][] = [
      ["aws:ec2/launchConfiguration:LaunchConfiguration", (imageId) => ({ imageId }), "imageId"],
      ["aws:ec2/spotInstanceRequest:SpotInstanceRequest", (ami) => ({ ami }), "ami"],
      [
        "aws:ec2/spotFleetRequest:SpotFleetRequest",
        (ami) => ({ launchSpecifications: [{ ami: APPROVED }, { ami }] }),
        "launchSpecifications[1].ami",
      ],
      [
        "aws:batch/computeEnvironment:ComputeEnvironment",
        (imageId) => ({ computeResources: { imageId } }),
        "computeResources.imageId",
      ],
      [
        "aws:batch/computeEnvironment:ComputeEnvironment",
        (imageIdOverride) => ({ computeResources: { ec2Configurations: [{ imageIdOverride }] } }),
        "computeResources.ec2Configurations[0].imageIdOverride",
      ],
      ["aws:codebuild/fleet:Fleet", (imageId) => ({ imageId }), "imageId"],
      ["aws:emr/cluster:Cluster", (customAmiId) => ({ customAmiId }), "customAmiId"],
    ];
    for (const [type, inputs, field] of cases) {
      assert.deepEqual(await verdicts([{ type, name: "it", inputs: inputs(PASTED) }]), [
        `mandatory it: ${field} is ${PASTED}, which is not approved; ${CHANGE}`,
      ]);
      assert.deepEqual(await verdicts([{ type, name: "it", inputs: inputs(APPROVED) }]), []);
    }
    const none = [
      "aws:batch/computeEnvironment:ComputeEnvironment",
      "aws:codebuild/fleet:Fleet",
      "aws:emr/cluster:Cluster",
    ];
    assert.deepEqual(await verdicts(none.map((type) => ({ type, name: type, inputs: {} }))), []);
  });

  it("leaves other types alone", async () => {
    assert.deepEqual(await verdicts([{ ...instance(PASTED), type: "aws:cloud9/environmentEC2:EnvironmentEC2" }]), []);
  });

  it("cannot tell of an AMI that is known only at deployment, if nothing in the program makes it", async () => {
    const parameter = { type: "aws:ssm/parameter:Parameter", name: "parameter", inputs: {} };
    assert.deepEqual(await verdicts([instance(UNKNOWN_VALUE)]), [OPEN]);
    assert.deepEqual(await verdicts([parameter, instance(UNKNOWN_VALUE, { sources: { ami: ["parameter"] } })]), [OPEN]);
    assert.deepEqual(await verdicts([instance(UNKNOWN_VALUE)], { ...CATALOGUE, onUnknown: "ignore" }), []);
  });

  describe("for an AMI that the program makes", () => {
    const recipe = (parentImage: unknown = GOLDEN, more: Partial<Registration> = {}): Registration => ({
      ...{ type: AwsType.ImageRecipe, name: "recipe", inputs: { parentImage } },
      ...more,
    });
    const image = (...ids: string[]): Registration => ({
      type: AwsType.Image,
      name: "image",
      inputs: {},
      sources: { imageRecipeArn: ["recipe"] },
      state: { outputResources: ids.length === 0 ? UNKNOWN_VALUE : [{ amis: ids.map((id) => ({ image: id })) }] },
    });
    const copy = (sourceAmiId: unknown, sources: Record<string, string[]> = {}, arn?: string): Registration => ({
      type: AwsType.AmiCopy,
      name: "copy",
      inputs: { sourceAmiId },
      sources,
      state: { sourceAmiId, arn: arn ?? UNKNOWN_VALUE },
    });
    const from = (name: string, ami: unknown = UNKNOWN_VALUE) => instance(ami, { sources: { ami: [name] } });

    it("passes what Image Builder makes of an approved parent", async () => {
      assert.deepEqual(await verdicts([recipe(), image(), from("image")]), []);
      assert.deepEqual(await verdicts([recipe("ssm:/golden-ami/web/approved"), image(), from("image")]), []);
      assert.deepEqual(await verdicts([recipe(), image(), instance(UNKNOWN_VALUE)]), [OPEN]);
    });

    it("cannot tell of an image of another parent, or of a recipe of another program", async () => {
      assert.deepEqual(await verdicts([recipe(PASTED), image(), from("image")]), [OPEN]);
      assert.deepEqual(await verdicts([recipe(7), image(), from("image")]), [OPEN]);
      assert.deepEqual(await verdicts([recipe(UNKNOWN_VALUE), image(), from("image")]), [OPEN]);
      assert.deepEqual(await verdicts([{ ...image(), sources: {} }, from("image")]), [OPEN]);
      const vpc = { type: "aws:ec2/vpc:Vpc", name: "recipe", inputs: {} };
      assert.deepEqual(await verdicts([vpc, image(), from("image")]), [OPEN]);
    });

    it("takes the images of AWS's own for parents where the configuration does", async () => {
      const parent = "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x";
      const made = [recipe(parent), image(), from("image")];
      assert.deepEqual(await verdicts(made), [OPEN]);
      const approvedParentImages = ["arn:*:imagebuilder:*:aws:image/*/*"];
      assert.deepEqual(await verdicts(made, { ...CATALOGUE, approvedParentImages }), []);
      const foreign = [recipe(parent.replace(":aws:image/", ":999999999999:image/")), image(), from("image")];
      assert.deepEqual(await verdicts(foreign, { ...CATALOGUE, approvedParentImages }), [OPEN]);
    });

    it("takes the AMIs in parameters of AWS's own for parents where the configuration does", async () => {
      const parent = "ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";
      const made = [recipe(parent), image(), from("image")];
      const approvedParentImages = ["ssm:/aws/service/ami-amazon-linux-latest/*"];
      assert.deepEqual(await verdicts(made, { ...CATALOGUE, approvedParentImages }), []);
      assert.deepEqual(await verdicts(made, CATALOGUE), [OPEN]);
    });

    it("follows the parent to what makes it", async () => {
      const derived = recipe(UNKNOWN_VALUE, { sources: { parentImage: ["copy"] } });
      assert.deepEqual(await verdicts([copy(APPROVED), derived, image(), from("image")]), []);
      assert.deepEqual(await verdicts([copy(PASTED), derived, image(), from("image")]), [OPEN]);
    });

    it("passes a copy of an approved AMI, and of no other", async () => {
      assert.deepEqual(await verdicts([copy(APPROVED), from("copy")]), []);
      assert.deepEqual(await verdicts([copy(PASTED), from("copy")]), [OPEN]);
      assert.deepEqual(await verdicts([copy(7), from("copy")]), [OPEN]);
      const chain = [recipe(), image(), copy(UNKNOWN_VALUE, { sourceAmiId: ["image"] }), from("copy")];
      assert.deepEqual(await verdicts(chain), []);
    });

    it("cannot tell where one of two sources is no approved maker, because the id may be its", async () => {
      const either = instance(UNKNOWN_VALUE, { sources: { ami: ["copy", "other"] } });
      const other = (type: string, inputs: Record<string, unknown> = {}) => ({ type, name: "other", inputs });
      assert.deepEqual(await verdicts([copy(APPROVED), other("aws:ec2/ami:Ami"), either]), [OPEN]);
      assert.deepEqual(await verdicts([copy(APPROVED), other(AwsType.AmiCopy, { sourceAmiId: PASTED }), either]), [
        OPEN,
      ]);
      assert.deepEqual(await verdicts([copy(APPROVED), other(AwsType.AmiCopy, { sourceAmiId: APPROVED }), either]), []);
    });

    it("follows a component, which is all that is told of a remote one, to what it makes", async () => {
      const component = { type: "shop:index:Image", name: "component", inputs: {}, provider: "" };
      const inside = (sourceAmiId: unknown) => ({ ...copy(sourceAmiId), parent: "component" });
      assert.deepEqual(await verdicts([component, inside(APPROVED), from("component")]), []);
      assert.deepEqual(await verdicts([component, inside(PASTED), from("component")]), [OPEN]);
      assert.deepEqual(await verdicts([component, copy(APPROVED), from("component")]), [OPEN]);
    });

    it("holds an AMI that is known by now against what was made", async () => {
      assert.deepEqual(await verdicts([recipe(), image(APPROVED, PASTED), from("image", PASTED)]), []);
      assert.deepEqual(await verdicts([recipe(), image(APPROVED), from("image", PASTED)]), [
        `mandatory web: ami is ${PASTED}, which is not approved; ${CHANGE} (end)`,
      ]);
      const arn = `arn:aws:ec2:eu-west-1::image/${PASTED}`;
      assert.deepEqual(await verdicts([copy(APPROVED, {}, arn), from("copy", PASTED)]), []);
      assert.deepEqual(await verdicts([copy(APPROVED, {}, `${arn}0`), from("copy", PASTED)]), [
        `mandatory web: ami is ${PASTED}, which is not approved; ${CHANGE} (end)`,
      ]);
    });

    it("fails a pasted id at once beside what makes no approved AMI, because it can only be the pasted one", async () => {
      const line = `mandatory web: ami is ${PASTED}, which is not approved; ${CHANGE}`;
      assert.deepEqual(await verdicts([copy(PASTED), instance(PASTED)]), [line]);
      assert.deepEqual(await verdicts([copy(APPROVED), instance(PASTED)]), [`${line} (end)`]);
      assert.deepEqual(await verdicts([recipe(PASTED), image(), instance(PASTED)]), [`${line} (end)`]);
    });

    it("fails a pasted id beside it at the end, and without it at once", async () => {
      const line = `mandatory web: ami is ${PASTED}, which is not approved; ${CHANGE}`;
      assert.deepEqual(await verdicts([recipe(), image(), instance(PASTED)]), [`${line} (end)`]);
      assert.deepEqual(await verdicts([instance(PASTED)]), [line]);
    });
  });

  describe("for an AMI in a parameter that the program writes", () => {
    const parameter = (value: unknown, name: unknown = "/golden-ami/web/approved"): Registration => ({
      type: AwsType.Parameter,
      name: "parameter",
      inputs: { name, type: "String", value },
    });
    const OWN = `mandatory parameter: value is ${PASTED}, which is not approved; ${CHANGE}`;
    const WRITTEN = `imageId is the AMI in the parameter /golden-ami/web/approved, which is not approved; ${CHANGE}`;

    it("fails what is not approved by itself, because writing it there approves nothing", async () => {
      assert.deepEqual(await verdicts([parameter(PASTED), template(GOLDEN)]), [OWN, `mandatory template: ${WRITTEN}`]);
      assert.deepEqual(await verdicts([template(GOLDEN), parameter(PASTED)]), [
        OWN,
        `mandatory template: ${WRITTEN} (end)`,
      ]);
      // AWS leaves the first slash out, and the pattern does not.
      assert.deepEqual(await verdicts([parameter(PASTED, "golden-ami/web/approved"), template(GOLDEN)]), [
        `mandatory template: ${WRITTEN}`,
      ]);
    });

    it("judges the value that a preview shows as the one that it hides", async () => {
      const shown = (insecureValue: string, name?: unknown): Registration => {
        const { value: _hidden, ...inputs } = parameter("", name).inputs;
        return { ...parameter(""), inputs: { ...inputs, insecureValue } };
      };
      const own = OWN.replace("value", "insecureValue");
      assert.deepEqual(await verdicts([shown(PASTED), template(GOLDEN)]), [own, `mandatory template: ${WRITTEN}`]);
      assert.deepEqual(await verdicts([shown(APPROVED), template(GOLDEN)]), []);
      assert.deepEqual(await verdicts([shown(PASTED, UNKNOWN_VALUE)]), [
        `${own.replace("mandatory", "advisory")} (end)`,
      ]);
    });

    it("fails a parameter that refers to itself", async () => {
      assert.deepEqual(await verdicts([parameter(GOLDEN), template(GOLDEN)]), [
        `mandatory parameter: value is the AMI in the parameter /golden-ami/web/approved, which is not approved; ${CHANGE}`,
        `mandatory template: ${WRITTEN}`,
      ]);
    });

    it("fails a parameter by itself, whoever launches from it, and leaves those of other names alone", async () => {
      assert.deepEqual(await verdicts([parameter(PASTED)]), [OWN]);
      assert.deepEqual(await verdicts([parameter(APPROVED)]), []);
      assert.deepEqual(await verdicts([parameter(PASTED, "/golden-ami/web/candidate")]), []);
      assert.deepEqual(await verdicts([parameter(PASTED, "")]), []);
    });

    it("cannot tell of a parameter whose name is not known, if it holds an AMI that is not approved", async () => {
      assert.deepEqual(await verdicts([parameter(PASTED, UNKNOWN_VALUE)]), [
        `advisory parameter: value is ${PASTED}, which is not approved; ${CHANGE} (end)`,
      ]);
      assert.deepEqual(await verdicts([parameter("blue", UNKNOWN_VALUE)]), []);
      assert.deepEqual(await verdicts([parameter(APPROVED, UNKNOWN_VALUE)]), []);
    });

    it("passes what is approved by itself, and leaves other parameters alone", async () => {
      assert.deepEqual(await verdicts([parameter(APPROVED), template(GOLDEN)]), []);
      assert.deepEqual(await verdicts([parameter(PASTED, "/golden-ami/db/approved"), template(GOLDEN)]), [OWN]);
    });

    it("cannot tell of a value that is known only at deployment, unless the program makes it", async () => {
      const line = `advisory template: imageId is in a parameter of the program, and nothing shows that it is approved; ${CHANGE} (end)`;
      assert.deepEqual(await verdicts([parameter(UNKNOWN_VALUE), template(GOLDEN)]), [
        `advisory parameter: value is known only at deployment, and nothing shows that it is approved; ${CHANGE} (end)`,
        line,
      ]);
      const copy = { type: AwsType.AmiCopy, name: "copy", inputs: { sourceAmiId: APPROVED } };
      const made = { ...parameter(UNKNOWN_VALUE), sources: { value: ["copy"] } };
      assert.deepEqual(await verdicts([copy, made, template(GOLDEN)]), []);
    });
  });

  describe("by a launch template that a group follows", () => {
    const group = (type: string, inputs: Record<string, unknown>, sources: Record<string, string[]>): Registration => ({
      type,
      name: "group",
      inputs,
      sources,
    });
    const scaling = (version: string, ...sources: string[]) =>
      group(AwsType.AutoScalingGroup, { launchTemplate: { id: UNKNOWN_VALUE, version } }, { launchTemplate: sources });
    const ELSEWHERE =
      "advisory group: launchTemplate names a launch template that is not, or not at this version, in the program, and nothing shows that its AMI is approved; name one of the program. (end)";

    it("judges the launch template where the program makes it", async () => {
      assert.deepEqual(await verdicts([template(GOLDEN), scaling("$Latest", "template")]), []);
      assert.deepEqual(await verdicts([template(PASTED), scaling("$Latest", "template")]), [
        `mandatory template: imageId is ${PASTED}, which is not approved; ${CHANGE}`,
      ]);
    });

    it("cannot tell of a launch template of another program, or of a version of its own", async () => {
      assert.deepEqual(await verdicts([scaling("$Latest")]), [ELSEWHERE]);
      assert.deepEqual(await verdicts([template(GOLDEN), scaling("$Latest")]), [ELSEWHERE]);
      const made = { ...template(GOLDEN), state: { imageId: GOLDEN, latestVersion: 7 } };
      assert.deepEqual(await verdicts([made, scaling("6", "template")]), [ELSEWHERE]);
    });

    it("fails one that names no AMI, unless the service chooses one", async () => {
      const none = { ...template(GOLDEN), inputs: {} };
      assert.deepEqual(await verdicts([none, scaling("$Latest", "template")]), [
        "mandatory group: the launch template in launchTemplate names no AMI; set its imageId to an approved one. (end)",
      ]);
      const nodes = group(
        AwsType.NodeGroup,
        { launchTemplate: { id: UNKNOWN_VALUE, version: "$Latest" } },
        { launchTemplate: ["template"] },
      );
      assert.deepEqual(await verdicts([none, nodes]), []);
    });
  });

  describe("where none is named", () => {
    const launched = (sources: Record<string, string[]>): Registration => ({
      type: AwsType.Instance,
      name: "web",
      inputs: { launchTemplate: { id: UNKNOWN_VALUE } },
      sources,
    });
    const fromTemplate = launched({ launchTemplate: ["template"] });

    it("leaves a launch template to those who launch from it", async () => {
      assert.deepEqual(await verdicts([{ ...template(PASTED), inputs: {} }]), []);
    });

    it("fails an instance that has no launch template either", async () => {
      assert.deepEqual(await verdicts([{ ...instance(PASTED), inputs: {} }]), [
        "mandatory web: ami is not set, and there is no launch template; name an approved AMI.",
      ]);
    });

    it("judges the launch template in the instance's place", async () => {
      assert.deepEqual(await verdicts([template(GOLDEN), fromTemplate]), []);
      assert.deepEqual(await verdicts([template(PASTED), fromTemplate]), [
        `mandatory template: imageId is ${PASTED}, which is not approved; ${CHANGE}`,
      ]);
      assert.deepEqual(await verdicts([{ ...template(GOLDEN), inputs: {} }, fromTemplate]), [
        "mandatory web: ami is not set, nor is imageId of its launch template; name an approved AMI. (end)",
      ]);
    });

    it("cannot tell of a launch template of another program", async () => {
      const line =
        "advisory web: ami is not set, and its launch template is not, or not at this version, in the program; name an approved AMI. (end)";
      assert.deepEqual(await verdicts([launched({})]), [line]);
      assert.deepEqual(await verdicts([template(GOLDEN), launched({})]), [line]);
    });
  });
});

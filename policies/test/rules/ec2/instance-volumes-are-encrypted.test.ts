import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import instanceVolumesAreEncrypted from "../../../rules/ec2/instance-volumes-are-encrypted";
import { judge, UNKNOWN_VALUE, type Registration, type RuleSettings } from "../../support/pack";

const AMI = "ami-0123456789abcdef0";
const ROOT = { encrypted: true };
const NO_ROOT =
  "web: rootBlockDevice is not declared, and nothing shows that the AMI's is encrypted; declare it with encrypted: true. (end)";
const OTHER_TEMPLATE =
  "advisory web: rootBlockDevice is not declared, and its launch template is not, or not at this version, in the program; declare it with encrypted: true. (end)";

function instance(inputs: Record<string, unknown>, more: Partial<Registration> = {}): Registration {
  return { type: AwsType.Instance, name: "web", inputs: { ami: AMI, instanceType: "t3.micro", ...inputs }, ...more };
}

function verdicts(resources: Registration[], settings: RuleSettings = {}): Promise<string[]> {
  return judge([instanceVolumesAreEncrypted], resources, { "instance-volumes-are-encrypted": settings });
}

describe("instance-volumes-are-encrypted", () => {
  it("fails each device that is not encrypted by its own name, and passes them once they are", async () => {
    const devices = (encrypted: boolean) => ({
      rootBlockDevice: { encrypted },
      ebsBlockDevices: [
        { deviceName: "/dev/sdf", encrypted: true },
        { deviceName: "/dev/sdg", encrypted },
      ],
    });
    assert.deepEqual(await verdicts([instance(devices(false))]), [
      "mandatory web: rootBlockDevice.encrypted is false; set it to true.",
      "mandatory web: ebsBlockDevices[1].encrypted is false; set it to true.",
    ]);
    assert.deepEqual(await verdicts([instance(devices(true))]), []);
  });

  it("reads one device where a list is due, and a list of one where an object is", async () => {
    const devices = (encrypted: boolean) => ({
      rootBlockDevice: [{ encrypted }],
      ebsBlockDevices: { deviceName: "/dev/sdf", encrypted },
    });
    assert.deepEqual(await verdicts([instance(devices(false))]), [
      "mandatory web: rootBlockDevice.encrypted is false; set it to true.",
      "mandatory web: ebsBlockDevices[0].encrypted is false; set it to true.",
    ]);
    assert.deepEqual(await verdicts([instance(devices(true))]), []);
  });

  it("takes AWS's word against the program's about a volume that is there already", async () => {
    const state = (encrypted: boolean) => ({ rootBlockDevice: { encrypted } });
    assert.deepEqual(await verdicts([instance({ rootBlockDevice: ROOT }, { state: state(true) })]), []);
    assert.deepEqual(await verdicts([instance({ rootBlockDevice: ROOT }, { state: state(false) })]), [
      "mandatory web: rootBlockDevice.encrypted is true, but AWS reports the volume as unencrypted; replace the volume. (end)",
    ]);
  });

  it("fails a data device that says nothing, because AWS makes it unencrypted", async () => {
    const devices = (device: object) => ({
      rootBlockDevice: ROOT,
      ebsBlockDevices: [{ deviceName: "/dev/sdf", ...device }],
    });
    assert.deepEqual(await verdicts([instance(devices({}))]), [
      "mandatory web: ebsBlockDevices[0].encrypted is not set, and nothing that it depends on makes the account encrypt by default; set it to true.",
    ]);
    assert.deepEqual(await verdicts([instance(devices({ kmsKeyId: "alias/ebs" }))]), [
      "mandatory web: ebsBlockDevices[0].encrypted is not set, and kmsKeyId alone does not encrypt; set it to true.",
    ]);
    assert.deepEqual(await verdicts([instance(devices({ encrypted: true }))]), []);
  });

  it("passes what the account encrypts by default", async () => {
    const resource = instance({ ebsBlockDevices: [{ deviceName: "/dev/sdf" }] });
    assert.deepEqual(await verdicts([resource], { accountEncryptsByDefault: true }), []);
    assert.equal((await verdicts([resource], { accountEncryptsByDefault: false })).length, 2);
  });

  it("leaves other types, and devices that are no EBS volumes, alone", async () => {
    const stores = [{ deviceName: "/dev/sdb", virtualName: "ephemeral0" }];
    assert.deepEqual(await verdicts([instance({ rootBlockDevice: ROOT, ephemeralBlockDevices: stores })]), []);
    assert.deepEqual(
      await verdicts([{ ...instance({ rootBlockDevice: { encrypted: false } }), type: "aws:rds/instance:Instance" }]),
      [],
    );
  });

  it("shows a failure beside whatever is unknown", async () => {
    const unencrypted = { deviceName: "/dev/sdg", encrypted: false };
    const resource = instance({
      ami: UNKNOWN_VALUE,
      rootBlockDevice: UNKNOWN_VALUE,
      ebsBlockDevices: [UNKNOWN_VALUE, unencrypted, { deviceName: "/dev/sdh", encrypted: UNKNOWN_VALUE }],
    });
    const open = "encrypted is known only at deployment; to have it judged before, set it to true.";
    assert.deepEqual(await verdicts([resource]), [
      "mandatory web: ebsBlockDevices[1].encrypted is false; set it to true.",
      `advisory web: rootBlockDevice.${open}\nebsBlockDevices[0].${open}\nebsBlockDevices[2].${open} (end)`,
    ]);
  });

  it("says that it cannot see the devices, and still judges the root", async () => {
    assert.deepEqual(
      await verdicts([instance({ ebsBlockDevices: UNKNOWN_VALUE, rootBlockDevice: { encrypted: false } })]),
      [
        "mandatory web: rootBlockDevice.encrypted is false; set it to true.",
        "advisory web: ebsBlockDevices is known only at deployment. (end)",
      ],
    );
  });

  describe("with the root device left to the AMI", () => {
    it("cannot tell, and passes an AMI that the configuration lists as encrypted", async () => {
      assert.deepEqual(await verdicts([instance({})]), [`advisory ${NO_ROOT}`]);
      assert.deepEqual(await verdicts([instance({})], { onUnknown: "mandatory" }), [`mandatory ${NO_ROOT}`]);
      assert.deepEqual(await verdicts([instance({})], { encryptedAmiIds: [AMI] }), []);
      const golden = instance({ ami: "resolve:ssm:/golden-ami/web/approved" });
      assert.deepEqual(await verdicts([golden]), [`advisory ${NO_ROOT}`]);
      assert.deepEqual(await verdicts([golden], { encryptedAmiSsmParameters: ["/golden-ami/*/approved"] }), []);
    });

    it("cannot tell for an instance that names no AMI either", async () => {
      const web = { type: AwsType.Instance, name: "web", inputs: { instanceType: "t3.micro" } };
      assert.deepEqual(await verdicts([web]), [`advisory ${NO_ROOT}`]);
    });

    it("judges a root device that is declared for its size alone as left to the AMI", async () => {
      const sized = instance({ rootBlockDevice: { volumeSize: 20 } });
      assert.deepEqual(await verdicts([sized]), [
        "advisory web: rootBlockDevice.encrypted is not set, and nothing shows that the AMI's is encrypted; set it to true. (end)",
      ]);
      assert.deepEqual(await verdicts([sized], { encryptedAmiIds: [AMI] }), []);
      assert.deepEqual(await verdicts([instance({ rootBlockDevice: { volumeSize: 20, encrypted: true } })]), []);
    });

    it("passes an encrypted copy that the program makes", async () => {
      const copy = (inputs: Record<string, unknown>): Registration => ({ type: AwsType.AmiCopy, name: "copy", inputs });
      const copied = instance({ ami: UNKNOWN_VALUE }, { sources: { ami: ["copy"] } });
      assert.deepEqual(await verdicts([copy({ encrypted: true }), copied]), []);
      assert.deepEqual(await verdicts([copy({}), copied]), [`advisory ${NO_ROOT}`]);
      assert.deepEqual(await verdicts([copy({ encrypted: true }), instance({ ami: UNKNOWN_VALUE })]), [
        `advisory ${NO_ROOT}`,
      ]);
    });

    it("takes no copy for another, once ids are known", async () => {
      const copy: Registration = {
        type: AwsType.AmiCopy,
        name: "copy",
        inputs: { encrypted: true },
        state: { encrypted: true, arn: `arn:aws:ec2:eu-west-1::image/${AMI}` },
      };
      const launched = (ami: string) => instance({ ami }, { sources: { ami: ["copy"] } });
      assert.deepEqual(await verdicts([copy, launched(AMI)]), []);
      assert.deepEqual(await verdicts([copy, launched("ami-00000000000000001")]), [`advisory ${NO_ROOT}`]);
    });

    it("believes AWS about an instance that is there already", async () => {
      const state = (encrypted: boolean) => ({ ami: AMI, rootBlockDevice: { encrypted } });
      assert.deepEqual(await verdicts([instance({}, { state: state(true) })]), []);
      assert.deepEqual(await verdicts([instance({}, { state: state(false) })]), [
        "mandatory web: rootBlockDevice is not declared, and AWS reports the volume as unencrypted; declare it with encrypted: true. (end)",
      ]);
    });

    it("matches the devices that AWS reports by name, because their order is not the program's", async () => {
      const snapshots = [
        { deviceName: "/dev/sdf", snapshotId: "snap-1" },
        { deviceName: "/dev/sdg", snapshotId: "snap-2" },
      ];
      const reported = [
        { deviceName: "/dev/sdg", encrypted: true },
        { deviceName: "/dev/sdf", encrypted: false },
      ];
      const resource = instance(
        { rootBlockDevice: ROOT, ebsBlockDevices: snapshots },
        { state: { ebsBlockDevices: reported } },
      );
      assert.deepEqual(await verdicts([resource]), [
        "mandatory web: ebsBlockDevices[0].encrypted is not set, and AWS reports the volume as unencrypted; set it to true. (end)",
      ]);
    });
  });

  describe("with a launch template", () => {
    const template = (inputs: Record<string, unknown>, state?: Record<string, unknown>): Registration => ({
      type: AwsType.LaunchTemplate,
      name: "template",
      inputs,
      ...(state && { state: { ...inputs, ...state } }),
    });
    const mapped = (encrypted: string) => ({
      imageId: AMI,
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted } }],
    });
    const launched = (launchTemplate: object = { id: UNKNOWN_VALUE }): Registration => ({
      type: AwsType.Instance,
      name: "web",
      inputs: { launchTemplate },
      sources: { launchTemplate: ["template"] },
    });

    it("takes the root device from the launch template", async () => {
      assert.deepEqual(await verdicts([template(mapped("true")), launched()]), []);
      assert.deepEqual(await verdicts([template(mapped("false")), launched()]), [
        "mandatory web: rootBlockDevice is not declared, and its launch template leaves it unencrypted; declare it with encrypted: true. (end)",
      ]);
    });

    it("takes the AMI from the launch template where that does not map the root device", async () => {
      assert.deepEqual(await verdicts([template({ imageId: AMI }), launched()]), [`advisory ${NO_ROOT}`]);
      assert.deepEqual(await verdicts([template({ imageId: AMI }), launched()], { encryptedAmiIds: [AMI] }), []);
    });

    it("prefers an AMI of the instance's own to the launch template's", async () => {
      const own = "ami-00000000000000001";
      const resource = launched();
      resource.inputs.ami = own;
      assert.deepEqual(await verdicts([template({ imageId: AMI }), resource], { encryptedAmiIds: [AMI] }), [
        `advisory ${NO_ROOT}`,
      ]);
      assert.deepEqual(await verdicts([template({ imageId: AMI }), resource], { encryptedAmiIds: [own] }), []);
    });

    it("cannot tell for a launch template of another program", async () => {
      const foreign = { ...launched({ id: "lt-0123456789abcdef0" }), sources: {} };
      assert.deepEqual(await verdicts([foreign]), [OTHER_TEMPLATE]);
      assert.deepEqual(await verdicts([template(mapped("true")), foreign]), [OTHER_TEMPLATE]);
    });

    it("cannot tell which of two launch templates it is", async () => {
      const either = { ...launched(), sources: { launchTemplate: ["template", "other"] } };
      const other = { ...template(mapped("true")), name: "other" };
      assert.deepEqual(await verdicts([template(mapped("true")), other, either]), [OTHER_TEMPLATE]);
    });

    it("cannot tell for a version that is not the one declared", async () => {
      const numbered = template(mapped("true"), { latestVersion: 3, defaultVersion: 2 });
      assert.deepEqual(await verdicts([numbered, launched({ id: "lt-1", version: "$Latest" })]), []);
      assert.deepEqual(await verdicts([numbered, launched({ id: "lt-1", version: "3" })]), []);
      assert.deepEqual(await verdicts([numbered, launched({ id: "lt-1", version: "2" })]), [OTHER_TEMPLATE]);
      assert.deepEqual(await verdicts([numbered, launched({ id: "lt-1" })]), [OTHER_TEMPLATE]);
      assert.deepEqual(await verdicts([numbered, launched({ id: "lt-1", version: "$Default" })]), [OTHER_TEMPLATE]);
      assert.deepEqual(await verdicts([numbered, launched({ id: "lt-1", version: UNKNOWN_VALUE })]), [OTHER_TEMPLATE]);
    });

    it("follows a launch template that is still to be made, at any version but a number", async () => {
      const future = template(mapped("true"), { latestVersion: UNKNOWN_VALUE, defaultVersion: UNKNOWN_VALUE });
      assert.deepEqual(await verdicts([future, launched({ id: UNKNOWN_VALUE, version: UNKNOWN_VALUE })]), []);
      assert.deepEqual(await verdicts([future, launched({ id: UNKNOWN_VALUE })]), []);
      assert.deepEqual(await verdicts([future, launched({ id: UNKNOWN_VALUE, version: "1" })]), [OTHER_TEMPLATE]);
    });
  });

  describe("of other kinds", () => {
    const other = (type: string, inputs: Record<string, unknown>, more: Partial<Registration> = {}): Registration => ({
      ...{ type, name: "web", inputs },
      ...more,
    });
    const fails = (line: string) => [`mandatory web: ${line}`];

    for (const [type, image] of [
      [AwsType.SpotInstanceRequest, "ami"],
      [AwsType.LaunchConfiguration, "imageId"],
    ] as const) {
      it(`judges each device of a ${type.split(":")[2]}`, async () => {
        const devices = (encrypted: boolean) => ({
          [image]: AMI,
          rootBlockDevice: ROOT,
          ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted }],
        });
        assert.deepEqual(
          await verdicts([other(type, devices(false))]),
          fails("ebsBlockDevices[0].encrypted is false; set it to true."),
        );
        assert.deepEqual(await verdicts([other(type, devices(true))]), []);
      });
    }

    it("leaves alone a device that a launch configuration takes out", async () => {
      const inputs = (noDevice: boolean) => ({
        ...{ imageId: AMI, rootBlockDevice: ROOT },
        ebsBlockDevices: [{ deviceName: "/dev/sdf", noDevice }],
      });
      assert.deepEqual(await verdicts([other(AwsType.LaunchConfiguration, inputs(true))]), []);
      assert.equal((await verdicts([other(AwsType.LaunchConfiguration, inputs(false))])).length, 1);
    });

    it("judges each launch specification of a spot fleet, whose root devices are a list", async () => {
      const fleet = (encrypted: boolean) =>
        other(AwsType.SpotFleetRequest, {
          launchSpecifications: [
            { ami: AMI, rootBlockDevices: [ROOT] },
            { ami: AMI, rootBlockDevices: [{ encrypted }], ebsBlockDevices: [{ deviceName: "/dev/sdf" }] },
          ],
        });
      const data =
        "launchSpecifications[1].ebsBlockDevices[0].encrypted is not set, and nothing that it depends on makes the account encrypt by default; set it to true.";
      assert.deepEqual(await verdicts([fleet(false)]), [
        ...fails("launchSpecifications[1].rootBlockDevices[0].encrypted is false; set it to true."),
        ...fails(data),
      ]);
      assert.deepEqual(await verdicts([fleet(true)]), fails(data));
      assert.deepEqual(await verdicts([other(AwsType.SpotFleetRequest, { launchSpecifications: UNKNOWN_VALUE })]), [
        "advisory web: launchSpecifications is known only at deployment. (end)",
      ]);
    });

    const template = (inputs: Record<string, unknown>): Registration =>
      other(AwsType.LaunchTemplate, inputs, { name: "template", state: { latestVersion: 1, defaultVersion: 1 } });
    const mapped = template({ blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true" } }] });
    const elsewhere = (field: string) => [
      `advisory web: ${field} names a launch template that is not, or not at this version, in the program; its volumes are not shown. (end)`,
    ];

    for (const [type, field, inputs] of [
      [AwsType.AutoScalingGroup, "launchTemplate", { launchTemplate: { id: "lt-1" } }],
      [
        AwsType.AutoScalingGroup,
        "mixedInstancesPolicy.launchTemplate.overrides[0].launchTemplateSpecification",
        {
          mixedInstancesPolicy: {
            launchTemplate: { overrides: [{ launchTemplateSpecification: { launchTemplateId: "lt-1" } }] },
          },
        },
      ],
      [
        "aws:ec2/fleet:Fleet",
        "launchTemplateConfigs[0].launchTemplateSpecification",
        { launchTemplateConfigs: [{ launchTemplateSpecification: { launchTemplateId: "lt-1", version: "$Latest" } }] },
      ],
      [
        AwsType.SpotFleetRequest,
        "launchTemplateConfigs[0].launchTemplateSpecification",
        { launchTemplateConfigs: { launchTemplateSpecification: { id: "lt-1" } } },
      ],
      [AwsType.NodeGroup, "launchTemplate", { launchTemplate: { id: "lt-1", version: "1" } }],
      [
        "aws:batch/computeEnvironment:ComputeEnvironment",
        "computeResources.launchTemplate",
        { computeResources: { launchTemplate: { launchTemplateId: "lt-1" } } },
      ],
    ] as const) {
      it(`cannot tell for ${field} of a ${type.split(":")[2]} that is not the program's`, async () => {
        const [input = ""] = Object.keys(inputs);
        const follower = other(type, inputs, { sources: { [input]: ["template"] } });
        assert.deepEqual(await verdicts([mapped, follower]), []);
        assert.deepEqual(await verdicts([other(type, inputs)]), elsewhere(field));
      });
    }

    it("cannot tell for two launch templates, of which one is not at the version that is asked for", async () => {
      const second = { ...mapped, name: "second", state: { latestVersion: 2, defaultVersion: 2 } };
      const group = other(
        AwsType.AutoScalingGroup,
        { launchTemplate: { id: UNKNOWN_VALUE, version: "1" } },
        { sources: { launchTemplate: ["template", "second"] } },
      );
      assert.deepEqual(await verdicts([mapped, second, group]), elsewhere("launchTemplate"));
      assert.deepEqual(await verdicts([mapped, { ...second, state: mapped.state ?? {} }, group]), []);
    });

    it("finds a launch template by the name that is written out", async () => {
      const named = { ...mapped, inputs: { ...mapped.inputs, name: "web" } };
      const group = other(AwsType.AutoScalingGroup, { launchTemplate: { name: "web", version: "$Latest" } });
      assert.deepEqual(await verdicts([named, group]), []);
      assert.deepEqual(await verdicts([mapped, group]), elsewhere("launchTemplate"));
    });

    it("fails nodes of EKS whose volumes nobody maps, unless the account encrypts by default", async () => {
      const lines = fails(
        'launchTemplate is not set, and the AMIs of EKS are unencrypted, because they are public; name one that maps it with ebs.encrypted: "true".',
      );
      assert.deepEqual(await verdicts([other(AwsType.NodeGroup, {})]), lines);
      assert.deepEqual(await verdicts([other(AwsType.NodeGroup, {})], { accountEncryptsByDefault: true }), []);
      const follower = other(
        AwsType.NodeGroup,
        { launchTemplate: { id: "lt-1", version: "1" } },
        { sources: { launchTemplate: ["template"] } },
      );
      assert.deepEqual(await verdicts([template({ instanceType: "t3.micro" }), follower]), [
        'mandatory web: the launch template in launchTemplate has no root device, and the AMIs of EKS are unencrypted, because they are public; name one that maps it with ebs.encrypted: "true". (end)',
      ]);
    });

    it("leaves it to a launch template that says what cannot be told yet, or names an AMI", async () => {
      const follower = other(
        AwsType.NodeGroup,
        { launchTemplate: { id: "lt-1", version: "1" } },
        { sources: { launchTemplate: ["template"] } },
      );
      for (const said of [{ blockDeviceMappings: UNKNOWN_VALUE }, { imageId: AMI }]) {
        assert.deepEqual(await verdicts([template(said), follower]), []);
      }
    });

    it("takes a data device from the launch template's device of its name", async () => {
      const instanceOf = (deviceName: string) =>
        instance(
          { rootBlockDevice: ROOT, ebsBlockDevices: [{ deviceName }], launchTemplate: { id: "lt-1" } },
          { sources: { launchTemplate: ["template"] } },
        );
      const data = template({ blockDeviceMappings: [{ deviceName: "/dev/sdf", ebs: { encrypted: "true" } }] });
      assert.deepEqual(await verdicts([data, instanceOf("/dev/sdf")]), []);
      assert.equal((await verdicts([data, instanceOf("/dev/sdg")])).length, 1);
    });

    it("takes a data device from the AMI's device of its name, where the program makes the AMI", async () => {
      const encrypted = { deviceName: "/dev/sdf", encrypted: true };
      const ami = other("aws:ec2/ami:Ami", { ebsBlockDevices: [encrypted] }, { name: "ami" });
      const launched = (deviceName: string) =>
        instance(
          { ami: UNKNOWN_VALUE, rootBlockDevice: ROOT, ebsBlockDevices: [{ deviceName }] },
          { sources: { ami: ["ami"] } },
        );
      assert.deepEqual(await verdicts([ami, launched("/dev/sdf")]), []);
      assert.equal((await verdicts([ami, launched("/dev/sdg")])).length, 1);
    });

    it("takes the root device from an image whose recipe encrypts every device", async () => {
      const verdictsOf = (...devices: object[]) =>
        verdicts([
          other("aws:imagebuilder/imageRecipe:ImageRecipe", { blockDeviceMappings: devices }, { name: "recipe" }),
          other(
            "aws:imagebuilder/image:Image",
            { imageRecipeArn: UNKNOWN_VALUE },
            { name: "image", sources: { imageRecipeArn: ["recipe"] } },
          ),
          instance({ ami: UNKNOWN_VALUE }, { sources: { ami: ["image"] } }),
        ]);
      const device = (deviceName: string, encrypted: string) => ({ deviceName, ebs: { encrypted } });
      const cannotTell = [`advisory ${NO_ROOT}`];
      assert.deepEqual(await verdictsOf(device("/dev/xvda", "true"), device("/dev/sdf", "true")), []);
      assert.deepEqual(await verdictsOf(device("/dev/xvda", "true"), device("/dev/sdf", "false")), cannotTell);
      assert.deepEqual(await verdictsOf(device("/dev/sdf", "true")), cannotTell);
    });

    it("takes the root device from an AMI that the program makes of encrypted snapshots", async () => {
      const ami = (encrypted: boolean) =>
        other("aws:ec2/ami:Ami", { ebsBlockDevices: [{ deviceName: "/dev/xvda", encrypted }] }, { name: "ami" });
      const launched = other(
        AwsType.LaunchConfiguration,
        { imageId: UNKNOWN_VALUE },
        { sources: { imageId: ["ami"] } },
      );
      assert.deepEqual(await verdicts([ami(true), launched]), []);
      assert.deepEqual(await verdicts([ami(false), launched]), [`advisory ${NO_ROOT}`]);
      const half = ami(true);
      half.inputs = { ebsBlockDevices: [{ deviceName: "/dev/xvda", encrypted: true }, { deviceName: "/dev/sdf" }] };
      assert.deepEqual(await verdicts([half, launched]), [`advisory ${NO_ROOT}`]);
    });
  });
});

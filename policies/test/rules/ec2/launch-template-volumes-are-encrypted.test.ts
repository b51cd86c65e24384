import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import launchTemplateVolumesAreEncrypted from "../../../rules/ec2/launch-template-volumes-are-encrypted";
import { judge, remediate, secret, UNKNOWN_VALUE, type Registration, type RuleSettings } from "../../support/pack";

const NO_ROOT =
  'advisory fleet: blockDeviceMappings has no root device, and nothing shows that the AMI\'s is encrypted; map it with ebs.encrypted: "true". (end)';

function template(inputs: Record<string, unknown>, more: Partial<Registration> = {}): Registration {
  return { type: AwsType.LaunchTemplate, name: "fleet", inputs, ...more };
}

function mapping(deviceName: string, ebs: Record<string, unknown>): Record<string, unknown> {
  return { deviceName, ebs };
}

function verdicts(resources: Registration[], settings: RuleSettings = {}): Promise<string[]> {
  return judge([launchTemplateVolumesAreEncrypted], resources, { "launch-template-volumes-are-encrypted": settings });
}

describe("launch-template-volumes-are-encrypted", () => {
  it('fails the text "false", which is true in JavaScript, and passes "true"', async () => {
    const root = (encrypted: unknown) => template({ blockDeviceMappings: [mapping("/dev/xvda", { encrypted })] });
    assert.deepEqual(await verdicts([root("false")]), [
      'mandatory fleet: blockDeviceMappings[0].ebs.encrypted is false; set it to "true".',
    ]);
    assert.deepEqual(await verdicts([root("true")]), []);
    assert.deepEqual(await verdicts([root(true)]), []);
    assert.deepEqual(await verdicts([root("yes")]), [
      'mandatory fleet: blockDeviceMappings[0].ebs.encrypted is neither true nor false; set it to "true".',
    ]);
  });

  it("fails a mapping that says nothing, by its place in the list", async () => {
    const data = (ebs: Record<string, unknown>) =>
      template({ blockDeviceMappings: [mapping("/dev/xvda", { encrypted: "true" }), mapping("/dev/sdf", ebs)] });
    const message =
      'mandatory fleet: blockDeviceMappings[1].ebs.encrypted is not set, and nothing that it depends on makes the account encrypt by default; set it to "true".';
    assert.deepEqual(await verdicts([data({ volumeSize: 10 })]), [message]);
    assert.deepEqual(await verdicts([data({ volumeSize: 10, encrypted: "" })]), [message]);
    assert.deepEqual(await verdicts([data({ volumeSize: 10 })], { accountEncryptsByDefault: true }), []);
    assert.deepEqual(await verdicts([data({ volumeSize: 10, encrypted: "true" })]), []);
  });

  it("fails a mapping without a volume, because AWS makes an unencrypted one", async () => {
    assert.equal((await verdicts([template({ blockDeviceMappings: [{ deviceName: "/dev/sdf" }] })])).length, 1);
  });

  it("reads one mapping where a list is due, and a list of one where an object is", async () => {
    const said = ['mandatory fleet: blockDeviceMappings[0].ebs.encrypted is false; set it to "true".'];
    const ebs = { encrypted: "false" };
    assert.deepEqual(await verdicts([template({ blockDeviceMappings: { ebs } })]), said);
    assert.deepEqual(await verdicts([template({ blockDeviceMappings: [{ ebs: [ebs] }] })]), said);
    assert.deepEqual(await verdicts([template({ blockDeviceMappings: { ebs: [{ encrypted: "true" }] } })]), []);
  });

  it("leaves alone what maps no EBS volume: instance stores and devices taken out", async () => {
    const unencrypted = { encrypted: "false" };
    assert.deepEqual(
      await verdicts([
        template({
          blockDeviceMappings: [
            { deviceName: "/dev/sdb", virtualName: "ephemeral0" },
            { deviceName: "/dev/sdc", noDevice: "" },
            { deviceName: "/dev/sdd", noDevice: "true", ebs: unencrypted },
          ],
        }),
      ]),
      [],
    );
  });

  it("leaves other types alone", async () => {
    const other = template({ blockDeviceMappings: [mapping("/dev/xvda", { encrypted: "false" })] });
    assert.deepEqual(await verdicts([{ ...other, type: "aws:ec2/launchConfiguration:LaunchConfiguration" }]), []);
  });

  it("judges the AMI's root device where it is not mapped", async () => {
    const image = { imageId: "resolve:ssm:/golden-ami/web/approved" };
    assert.deepEqual(await verdicts([template(image)]), [NO_ROOT]);
    assert.deepEqual(await verdicts([template(image)], { encryptedAmiSsmParameters: ["/golden-ami/*/approved"] }), []);
    assert.deepEqual(
      await verdicts([template({ ...image, blockDeviceMappings: [mapping("/dev/sda1", { encrypted: "true" })] })]),
      [],
    );
    assert.deepEqual(
      await verdicts([template({ ...image, blockDeviceMappings: [mapping("/dev/sdf", { encrypted: "true" })] })]),
      [NO_ROOT],
    );
  });

  it("takes a parameter that the program writes for what is in it", async () => {
    const parameter = (value: string, input = "value") => ({
      ...{ type: AwsType.Parameter, name: "parameter" },
      inputs: { name: "/golden-ami/web/approved", [input]: value },
    });
    const golden = template({ imageId: "resolve:ssm:/golden-ami/web/approved" });
    const settings = {
      encryptedAmiSsmParameters: ["/golden-ami/*/approved"],
      encryptedAmiIds: ["ami-0123456789abcdef0"],
    };
    assert.deepEqual(await verdicts([parameter("ami-0123456789abcdef0"), golden], settings), []);
    assert.deepEqual(await verdicts([parameter("ami-0aaaaaaaaaaaaaaaa"), golden], settings), [NO_ROOT]);
    assert.deepEqual(await verdicts([parameter("ami-0123456789abcdef0", "insecureValue"), golden], settings), []);
    assert.deepEqual(await verdicts([parameter("ami-0aaaaaaaaaaaaaaaa", "insecureValue"), golden], settings), [
      NO_ROOT,
    ]);
  });

  it("cannot tell where one of two sources is no encrypted copy", async () => {
    const copy = { type: AwsType.AmiCopy, name: "copy", inputs: { encrypted: true } };
    const other = { type: "aws:ec2/ami:Ami", name: "other", inputs: {} };
    const of = (...imageId: string[]) => template({ imageId: UNKNOWN_VALUE }, { sources: { imageId } });
    assert.deepEqual(await verdicts([copy, other, of("copy")]), []);
    assert.deepEqual(await verdicts([copy, other, of("copy", "other")]), [NO_ROOT]);
  });

  it("has nothing to say of a launch template that names neither AMI nor devices", async () => {
    assert.deepEqual(await verdicts([template({ instanceType: "t3.micro" })]), []);
  });

  it("shows a failure beside whatever is unknown", async () => {
    const mappings = [UNKNOWN_VALUE, mapping("/dev/sdf", { encrypted: "false" })];
    assert.deepEqual(await verdicts([template({ blockDeviceMappings: mappings })]), [
      'mandatory fleet: blockDeviceMappings[1].ebs.encrypted is false; set it to "true".',
      'advisory fleet: blockDeviceMappings[0].ebs.encrypted is known only at deployment; to have it judged before, set it to "true". (end)',
    ]);
    assert.deepEqual(await verdicts([template({ imageId: UNKNOWN_VALUE, blockDeviceMappings: UNKNOWN_VALUE })]), [
      "advisory fleet: blockDeviceMappings is known only at deployment. (end)",
    ]);
  });

  describe("as a remediation", () => {
    const remediated = (inputs: Record<string, unknown>) =>
      remediate(launchTemplateVolumesAreEncrypted, template(inputs));

    it("encrypts every mapped volume that is not, and nothing else", async () => {
      const mappings = (encrypted: object) => [
        mapping("/dev/xvda", { volumeSize: 8, ...encrypted }),
        { deviceName: "/dev/sdb", virtualName: "ephemeral0" },
        mapping("/dev/sdf", { encrypted: "true", kmsKeyId: "alias/ebs" }),
      ];
      const other = { namePrefix: "fleet", imageId: "ami-0123456789abcdef0" };
      const expected = { ...other, blockDeviceMappings: mappings({ encrypted: "true" }) };
      for (const encrypted of [{}, { encrypted: "false" }, { encrypted: "" }]) {
        assert.deepEqual(await remediated({ ...other, blockDeviceMappings: mappings(encrypted) }), expected);
      }
      assert.equal(await remediated(expected), undefined);
    });

    it("passes the rule afterwards", async () => {
      const fixed = await remediated({ blockDeviceMappings: [mapping("/dev/xvda", { encrypted: "false" })] });
      assert.deepEqual(await verdicts([template(fixed as Record<string, unknown>)]), []);
    });

    it("keeps secrets secret, beside what it changes and in it", async () => {
      const inputs = (encrypted: unknown) => ({
        userData: secret("hunter2"),
        blockDeviceMappings: [mapping("/dev/xvda", { encrypted, kmsKeyId: secret("alias/ebs") })],
      });
      assert.deepEqual(await remediated(inputs("false")), inputs("true"));
      assert.deepEqual(await remediated(inputs(secret("false"))), inputs(secret("true")));
      const whole = (encrypted: string) => ({
        blockDeviceMappings: secret([mapping("/dev/xvda", { encrypted })]),
      });
      assert.deepEqual(await remediated(whole("false")), whole("true"));
    });

    it("keeps unknowns unknown, and decides none of them", async () => {
      const inputs = (encrypted: string) => ({
        imageId: UNKNOWN_VALUE,
        blockDeviceMappings: [
          UNKNOWN_VALUE,
          { deviceName: "/dev/sdf", ebs: UNKNOWN_VALUE },
          mapping("/dev/sdg", { encrypted: UNKNOWN_VALUE }),
          mapping("/dev/sdh", { encrypted, snapshotId: UNKNOWN_VALUE }),
        ],
      });
      assert.deepEqual(await remediated(inputs("false")), inputs("true"));
      assert.equal(await remediated({ blockDeviceMappings: UNKNOWN_VALUE }), undefined);
      assert.equal(
        await remediated({ blockDeviceMappings: [mapping("/dev/sdg", { encrypted: UNKNOWN_VALUE })] }),
        undefined,
      );
    });

    it("leaves other types alone", async () => {
      const inputs = { blockDeviceMappings: [mapping("/dev/xvda", { encrypted: "false" })] };
      assert.equal(
        await remediate(launchTemplateVolumesAreEncrypted, { ...template(inputs), type: AwsType.Instance }),
        undefined,
      );
    });
  });
});

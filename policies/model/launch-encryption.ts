import { inheritedEncryption, judgeEncrypted, judgeInherited, type Inherited } from "./encryption";
import type { LaunchEncryptionConfig } from "./encryption-config";
import { deciding, unanimous } from "./evidence";
import { imageName, listsText, parametersOf } from "./image";
import { eachLaunch, launchOf } from "./launch";
import { inputOf, type Device, type ImageField, type Launch } from "./launch/shape";
import { templateOf } from "./launch/template";
import type { Program } from "./program";
import type { Resource } from "./resource";
import { at, flag, list, text, UNKNOWN, type Flag, type Text, type Unknown } from "./reading";
import { AwsType } from "./types";
import { unknown, type Fact, type Facts } from "./verdict";

/**
 * Judges every volume that a resource launches: each declared one, and the root volume where it is left to the launch
 * template or the AMI. Further volumes of a launch template or an AMI are judged where those are made.
 */
export function judgeLaunchedVolumes(resource: Resource, config: LaunchEncryptionConfig, program: Program): Facts {
  return eachLaunch(resource, (launch) => judgeLaunch(resource, launch, config, program));
}

function judgeLaunch(resource: Resource, launch: Launch, config: LaunchEncryptionConfig, program: Program): Fact[] {
  const { unknownFields, devices, image, template, root } = launch;
  const inherited = (device: Device | undefined) =>
    inheritedEncryption(
      {
        resource,
        input: device === undefined ? root.input : inputOf(device.path),
        snapshotId: device?.snapshotId,
        kmsKeyId: device?.kmsKeyId,
        reported: reportedEncryption(resource, device),
        origin: () => original(resource, launch, device, config, program),
      },
      config,
      program,
    );

  const facts = [
    ...unknownFields.map((field) => unknown(field, `${field} is known only at deployment.`)),
    ...devices.map((device) =>
      judgeEncrypted(
        `${device.field}.encrypted`,
        device.encrypted,
        root.literal,
        reportedEncryption(resource, device),
        () => inherited(device),
      ),
    ),
  ];
  const leavesRootOut = !devices.some((device) => device.isRoot) && !unknownFields.includes(root.field);
  const launches = image.required || image.value !== undefined || template !== undefined;
  return leavesRootOut && launches
    ? [...facts, judgeInherited(root.field, root.missing, root.change, inherited(undefined))]
    : facts;
}

/** What AWS reports of a device, if it is there already. A fleet reports none. */
function reportedEncryption(resource: Resource, device: Device | undefined): Flag {
  if (resource.type === AwsType.SpotFleetRequest) {
    return undefined;
  }
  return same(launchOf(resource.type, resource.state), device)?.encrypted;
}

/** The device of a launch that takes the place of another's; without one, the root. */
function same({ devices }: Launch, device: Device | undefined): Device | undefined {
  return devices.find((candidate) =>
    device === undefined || device.isRoot ? candidate.isRoot : candidate.name === device.name,
  );
}

/**
 * How a volume is encrypted where the resource does not say so: as the launch template or the AMI has the device of its
 * name. `undefined`: neither has it.
 */
function original(
  resource: Resource,
  launch: Launch,
  device: Device | undefined,
  config: LaunchEncryptionConfig,
  program: Program,
): Inherited | undefined {
  const template = templateOf(resource, launch, program);
  if (template === UNKNOWN) {
    return { encrypted: UNKNOWN, reason: "its launch template is not, or not at this version, in the program" };
  }
  if (template !== undefined) {
    const launched = launchOf(template.type, template.declared);
    const found = same(launched, device)?.encrypted;
    if (typeof found === "boolean") {
      return { encrypted: found, reason: "its launch template leaves it unencrypted" };
    }
    if (launch.image.value === undefined) {
      return imageOriginal(template, launched.image, device, config, program);
    }
  }
  return imageOriginal(resource, launch.image, device, config, program);
}

/** How an AMI has a device: the root, which every AMI has, or another, which is new unless the AMI is in the program. */
function imageOriginal(
  resource: Resource,
  image: ImageField,
  device: Device | undefined,
  config: LaunchEncryptionConfig,
  program: Program,
): Inherited | undefined {
  if (device !== undefined && !device.isRoot) {
    return undefined;
  }
  return imageEncrypted(resource, image.input, image.value, config, program) === true
    ? { encrypted: true, reason: "" }
    : { encrypted: UNKNOWN, reason: "nothing shows that the AMI's is encrypted" };
}

/** Whether an AMI is shown to be encrypted: by the configuration, or by every source of its id. */
function imageEncrypted(
  resource: Resource,
  input: string,
  value: Text,
  config: LaunchEncryptionConfig,
  program: Program,
): boolean | Unknown {
  // A parameter holds an id, and no name of another.
  const parameters = resource.type === AwsType.Parameter ? [] : parametersOf(value, program);
  if (parameters.length > 0) {
    const answers = parameters.map((parameter) =>
      imageEncrypted(parameter, "value", text(at(parameter.declared, "value")), config, program),
    );
    return unanimous(answers);
  }
  const catalogue = { amiIds: config.encryptedAmiIds, ssmParameters: config.encryptedAmiSsmParameters };
  if (listsText(catalogue, value, resource) === true) {
    return resource.type === AwsType.Parameter && imageName(String(value)).kind !== "id" ? UNKNOWN : true;
  }
  const sources = program.sources(resource, input, [AwsType.AmiCopy, AwsType.Ami]);
  return sources === UNKNOWN ? UNKNOWN : unanimous(deciding(sources, value).map(imageResourceEncrypted));
}

function imageResourceEncrypted({ type, declared }: Resource): boolean | Unknown {
  switch (type) {
    case AwsType.AmiCopy:
      return flag(at(declared, "encrypted")) === true || UNKNOWN;
    case AwsType.Ami: {
      const devices = list(at(declared, "ebsBlockDevices"));
      const encrypted =
        devices !== UNKNOWN && devices.length > 0 && devices.every((device) => flag(at(device, "encrypted")) === true);
      return encrypted || UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

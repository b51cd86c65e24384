import { inheritedEncryption, judgeEncrypted, judgeInherited, type Inherited } from "./encryption";
import type { LaunchEncryptionConfig } from "./encryption-config";
import { get, not, where } from "./facts";
import { imageEncrypted, imageHas } from "./image-encryption";
import { eachDevice, eachLaunch, LAUNCHES, launchOf } from "./launch";
import { eachTemplate } from "./launch/references";
import { inputOf, type Device, type ImageField, type Launch, type TemplateField } from "./launch/shape";
import { isOfProgram, templateOf } from "./launch/template";
import type { Program } from "./program";
import type { Resource } from "./resource";
import { UNKNOWN, type Flag } from "./reading";
import { AwsType } from "./types";
import { unknown, type Fact, type Facts } from "./verdict";

/**
 * Judges every volume that a resource launches: each declared one, and the root volume where it is left to the launch
 * template or the AMI. Further volumes of a launch template or an AMI are judged where those are made.
 */
export function judgeLaunchedVolumes(resource: Resource, config: LaunchEncryptionConfig, program: Program): Facts {
  const own = LAUNCHES.includes(resource.type)
    ? eachLaunch(resource, (launch) => judgeLaunch(resource, launch, config, program))
    : [];
  const followed = eachTemplate(resource, (field) => judgeFollowed(resource, field, config, program));
  return resource.type === AwsType.NodeGroup && get(resource, "launchTemplate") === undefined
    ? judgeUnmapped(resource, "launchTemplate", "launchTemplate is not set", config, program)
    : [own, followed];
}

/** Judges a launch template that a resource names: what it maps is judged where it is made. */
function judgeFollowed(
  resource: Resource,
  template: TemplateField,
  config: LaunchEncryptionConfig,
  program: Program,
): Facts {
  const { field } = template;
  const made = templateOf(resource, { template }, program);
  const launched = made === UNKNOWN || made === undefined ? undefined : launchOf(made.type, made.declared);
  if (launched !== undefined && !namesRoot(launched)) {
    return judgeUnmapped(resource, field, `the launch template in ${field} has no root device`, config, program);
  }
  return where(not(isOfProgram(resource, template, program)), () => unknown(field, `${field} ${ELSEWHERE}`));
}

/** Whether a launch template says anything of its root device. */
function namesRoot({ devices, unknownFields, image }: Launch): boolean {
  return image.value !== undefined || unknownFields.length > 0 || devices.some(({ isRoot }) => isRoot);
}

/** Judges a root device of which nobody says anything: it is as in the AMI that the service chooses. */
function judgeUnmapped(
  resource: Resource,
  field: string,
  state: string,
  config: LaunchEncryptionConfig,
  program: Program,
): Fact {
  const origin = () => (resource.type === AwsType.NodeGroup ? EKS_AMI : OTHER_AMI);
  const volume = { resource, input: inputOf([field]), snapshotId: undefined, kmsKeyId: undefined };
  const inherited = inheritedEncryption({ ...volume, reported: undefined, origin }, config, program);
  return judgeInherited(field, state, 'name one that maps it with ebs.encrypted: "true".', inherited);
}

const EKS_AMI: Inherited = { encrypted: false, reason: "the AMIs of EKS are unencrypted, because they are public" };
const OTHER_AMI: Inherited = { encrypted: UNKNOWN, reason: "nothing shows that the AMI's is encrypted" };
const ELSEWHERE =
  "names a launch template that is not, or not at this version, in the program; its volumes are not shown.";

function judgeLaunch(resource: Resource, launch: Launch, config: LaunchEncryptionConfig, program: Program): Facts {
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

  const facts = eachDevice(launch, (device) =>
    judgeEncrypted(
      `${device.field}.encrypted`,
      device.encrypted,
      root.literal,
      reportedEncryption(resource, device),
      () => inherited(device),
    ),
  );
  const leavesRootOut = !devices.some((device) => device.isRoot) && !unknownFields.includes(root.field);
  const launches = image.required || image.value !== undefined || template !== undefined;
  return leavesRootOut && launches
    ? [facts, judgeInherited(root.field, root.missing, root.change, inherited(undefined))]
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

/** How an AMI has a device: the root, which every AMI has, or another, which is new unless the program's AMI has it. */
function imageOriginal(
  resource: Resource,
  image: ImageField,
  device: Device | undefined,
  config: LaunchEncryptionConfig,
  program: Program,
): Inherited | undefined {
  if (device !== undefined && !device.isRoot && imageHas(resource, image, device.name, program) === false) {
    return undefined;
  }
  return imageEncrypted(resource, image.input, image.value, config, program) === true
    ? { encrypted: true, reason: "" }
    : OTHER_AMI;
}

import { inheritedEncryption, judgeEncrypted, judgeInherited, type Inherited } from "./encryption";
import type { LaunchEncryptionConfig } from "./encryption-config";
import { deciding, unanimous } from "./evidence";
import { imageName, listsText, parametersOf } from "./image";
import { launchOf, templateOf, type Device, type ImageField, type Launch } from "./launch";
import type { Program } from "./program";
import type { Resource } from "./resource";
import { at, flag, text, UNKNOWN, type Flag, type Text, type Unknown } from "./reading";
import { AwsType } from "./types";
import { unknown, type Fact } from "./verdict";

/**
 * Judges every volume that a resource launches: each declared one, and the root volume where it is left to the launch
 * template or the AMI. An AMI's further volumes are judged where the AMI is made.
 */
export function judgeLaunchedVolumes(resource: Resource, config: LaunchEncryptionConfig, program: Program): Fact[] {
  const launch = launchOf(resource.type, resource.declared);
  const { unknownInputs, devices, image, template, root } = launch;
  const fromImage = () => rootEncryption(resource, launch, config, program);
  const inherited = (device: Device | undefined) =>
    inheritedEncryption(
      {
        resource,
        input: device?.path[0] ?? root.input,
        snapshotId: device?.snapshotId,
        kmsKeyId: device?.kmsKeyId,
        reported: reportedEncryption(resource, device),
        ...((device === undefined || device.isRoot) && { origin: fromImage }),
      },
      config,
      program,
    );

  const facts = [
    ...unknownInputs.map((input) => unknown(input, `${input} is known only at deployment.`)),
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
  const leavesRootOut = !devices.some((device) => device.isRoot) && !unknownInputs.includes(root.input);
  const launches = image.value !== undefined || template !== undefined;
  return leavesRootOut && launches
    ? [...facts, judgeInherited(root.input, root.missing, root.change, inherited(undefined))]
    : facts;
}

/** What AWS reports of a device, if it is there already. */
function reportedEncryption(resource: Resource, device: Device | undefined): Flag {
  const reported = launchOf(resource.type, resource.state).devices.find((candidate) =>
    device === undefined || device.isRoot ? candidate.isRoot : candidate.name === device.name,
  );
  return reported?.encrypted;
}

/** How the root volume is encrypted where the resource does not say so: as the launch template or the AMI has it. */
function rootEncryption(
  resource: Resource,
  launch: Launch,
  config: LaunchEncryptionConfig,
  program: Program,
): Inherited {
  const template = templateOf(resource, launch, program);
  if (template === UNKNOWN) {
    return { encrypted: UNKNOWN, reason: "its launch template is not, or not at this version, in the program" };
  }
  if (template !== undefined) {
    const launched = launchOf(template.type, template.declared);
    const root = launched.devices.find((device) => device.isRoot)?.encrypted;
    if (typeof root === "boolean") {
      return { encrypted: root, reason: "its launch template leaves it unencrypted" };
    }
    if (launch.image.value === undefined) {
      return imageEncryption(template, launched.image, config, program);
    }
  }
  return imageEncryption(resource, launch.image, config, program);
}

function imageEncryption(
  resource: Resource,
  image: ImageField,
  config: LaunchEncryptionConfig,
  program: Program,
): Inherited {
  return imageEncrypted(resource, image.field, image.value, config, program) === true
    ? { encrypted: true, reason: "" }
    : { encrypted: UNKNOWN, reason: "nothing shows that the AMI's is encrypted" };
}

/** Whether an AMI is shown to be encrypted: by the configuration, or by every source of its id. */
function imageEncrypted(
  resource: Resource,
  field: string,
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
  const sources = program.sources(resource, field, [AwsType.AmiCopy]);
  return sources === UNKNOWN
    ? UNKNOWN
    : unanimous(
        deciding(sources, value).map(
          ({ type, declared }) => (type === AwsType.AmiCopy && flag(at(declared, "encrypted")) === true) || UNKNOWN,
        ),
      );
}

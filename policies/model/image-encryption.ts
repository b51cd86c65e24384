import type { LaunchEncryptionConfig } from "./encryption-config";
import { deciding, unanimous } from "./evidence";
import { allOf, anyOf, holds, mustBe, not } from "./facts";
import { imageName, listsText, parametersOf, valueInput } from "./image";
import type { ImageField } from "./launch/shape";
import type { Program } from "./program";
import { eachRecipeDevice, leavesRootOut } from "./recipe-devices";
import type { Resource } from "./resource";
import { at, flag, list, text, UNKNOWN, type Text, type Unknown } from "./reading";
import { AwsType } from "./types";

/** The types whose resources make an AMI and show whether it is encrypted. */
const MAKERS = [AwsType.AmiCopy, AwsType.Ami, AwsType.Image];

/** Whether an AMI is shown to be encrypted: by the configuration, or by every source of its id. */
export function imageEncrypted(
  resource: Resource,
  input: string,
  value: Text,
  config: LaunchEncryptionConfig,
  program: Program,
): boolean | Unknown {
  // A parameter holds an id, and no name of another.
  const parameters = resource.type === AwsType.Parameter ? [] : parametersOf(value, program);
  if (parameters.length > 0) {
    const answers = parameters.map((parameter) => {
      const held = valueInput(parameter);
      return imageEncrypted(parameter, held, text(at(parameter.declared, held)), config, program);
    });
    return unanimous(answers);
  }
  const catalogue = { amiIds: config.encryptedAmiIds, ssmParameters: config.encryptedAmiSsmParameters };
  if (listsText(catalogue, value, resource) === true) {
    return resource.type === AwsType.Parameter && imageName(String(value)).kind !== "id" ? UNKNOWN : true;
  }
  const sources = program.sources(resource, input, MAKERS);
  return sources === UNKNOWN
    ? UNKNOWN
    : unanimous(deciding(sources, value).map((source) => imageResourceEncrypted(source, program)));
}

/** Whether the AMI that a field names has a device of a name; one that the program does not make may have any, or none. */
export function imageHas(resource: Resource, image: ImageField, name: Text, program: Program): boolean | Unknown {
  const sources = program.sources(resource, image.input, [AwsType.Ami]);
  if (sources === UNKNOWN) {
    return UNKNOWN;
  }
  const names = sources
    .filter(({ type }) => type === AwsType.Ami)
    .flatMap((ami): (boolean | Unknown)[] => {
      const devices = list(at(ami.declared, "ebsBlockDevices"));
      return devices === UNKNOWN ? [UNKNOWN] : devices.map((device) => text(at(device, "deviceName")) === name);
    });
  return anyOf(...names);
}

function imageResourceEncrypted(image: Resource, program: Program): boolean | Unknown {
  switch (image.type) {
    case AwsType.AmiCopy:
      return flag(at(image.declared, "encrypted")) === true || UNKNOWN;
    case AwsType.Ami: {
      const devices = list(at(image.declared, "ebsBlockDevices"));
      const encrypted =
        devices !== UNKNOWN && devices.length > 0 && devices.every((device) => flag(at(device, "encrypted")) === true);
      return encrypted || UNKNOWN;
    }
    case AwsType.Image: {
      const recipes = program.sources(image, "imageRecipeArn", [AwsType.ImageRecipe]);
      return recipes === UNKNOWN ? UNKNOWN : unanimous(recipes.map(encryptsAll));
    }
    default:
      return UNKNOWN;
  }
}

/** Whether a recipe encrypts every device of its AMI, the root among them. */
function encryptsAll(recipe: Resource): boolean | Unknown {
  const encrypted = eachRecipeDevice(recipe, (ebs) => mustBe(ebs, "encrypted", true));
  const answer = allOf(recipe.type === AwsType.ImageRecipe, not(leavesRootOut(recipe)), holds(encrypted));
  return answer === true || UNKNOWN;
}

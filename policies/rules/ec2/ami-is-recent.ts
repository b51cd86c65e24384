import { CATALOGUE_CONFIG, entriesOf, today, type CatalogueConfig } from "../../model/catalogue";
import { imageName } from "../../model/image";
import { eachImage, IMAGE_USERS } from "../../model/image-fields";
import { Group } from "../../model/levels";
import { UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { fail, pass, unknown, type Facts } from "../../model/verdict";

interface AgeConfig extends CatalogueConfig {
  maxAgeDays: number;
}

const DAY_MILLISECONDS = 86_400_000;

export default defineRule<AgeConfig>({
  name: "ami-is-recent",
  requires: "An AMI that is launched by its id is not old.",
  fix: "Launch a newer AMI, by the catalogue or by its parameter, which moves with each approval.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html",
  types: IMAGE_USERS,
  guards: ["ami", "imageId"],
  config: {
    ...CATALOGUE_CONFIG,
    maxAgeDays: { type: "integer", minimum: 1, default: 180, description: "How many days old an AMI may be" },
  },
  judge: (resource, config) =>
    eachImage(resource, ({ field }, value) =>
      typeof value === "string"
        ? judgeAge(field, value, config)
        : value === UNKNOWN
          ? unknown(field, `${field} is known only at deployment; to have its age judged before, name an AMI.`)
          : [],
    ),
});

function judgeAge(field: string, value: string, config: AgeConfig): Facts {
  const image = imageName(value);
  if (image.kind !== "id") {
    return [];
  }
  const [entry] = entriesOf(config, image.id);
  if (entry === undefined) {
    return unknown(field, `${field} is ${image.id}, and nothing tells when it was made; add it to the catalogue.`);
  }
  const days = Math.round((Date.parse(today()) - Date.parse(entry.created)) / DAY_MILLISECONDS);
  return days > config.maxAgeDays
    ? fail(
        field,
        `${field} is ${image.id}, which is ${days} days old; launch one that is no older than ${config.maxAgeDays} days.`,
      )
    : pass(field);
}

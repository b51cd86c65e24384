import { CATALOGUE_CONFIG, entriesOf, isOver, type CatalogueConfig } from "../../model/catalogue";
import { mustHold } from "../../model/facts";
import { imageName } from "../../model/image";
import { eachImage, IMAGE_USERS } from "../../model/image-fields";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { UNKNOWN } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AMIS } from "../../model/types";
import { fail, pass, unknown, type Fact, type Facts } from "../../model/verdict";

export default defineRule<CatalogueConfig>({
  name: "ami-is-not-deprecated",
  requires: "No AMI is launched that is deprecated, and none is made that already is.",
  fix: "Launch an AMI that is not deprecated, or move deprecationTime into the future.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ami-deprecate.html",
  controls: { prowler: ["ec2_instance_with_outdated_ami"] },
  types: [...IMAGE_USERS, ...AMIS],
  guards: ["ami", "imageId", "deprecationTime"],
  evidence: AMIS,
  config: CATALOGUE_CONFIG,
  judge: (resource, config, program) =>
    AMIS.includes(resource.type)
      ? judgeMade(resource)
      : eachImage(resource, ({ field, input }, value) =>
          typeof value === "string"
            ? judgeLaunched(field, value, config)
            : judgeSources(resource, field, input, program),
        ),
});

function judgeMade(ami: Resource): Fact {
  const isAhead = (time: unknown) => time === "" || !isOver(String(time).slice(0, DAY_LENGTH));
  return mustHold(ami, "deprecationTime", isAhead, { absent: "", change: "set it to a time at most two years ahead." });
}

const DAY_LENGTH = "2026-11-30".length;

function judgeLaunched(field: string, value: string, config: CatalogueConfig): Facts {
  const image = imageName(value);
  if (image.kind !== "id") {
    return [];
  }
  const [entry] = entriesOf(config, image.id);
  if (entry === undefined) {
    return unknown(
      field,
      `${field} is ${image.id}, and nothing tells whether it is deprecated; add it to the catalogue.`,
    );
  }
  return entry.deprecated !== undefined && isOver(entry.deprecated)
    ? fail(field, `${field} is ${image.id}, which is deprecated since ${entry.deprecated}; launch one that is not.`)
    : pass(field);
}

/** An AMI that the program makes is judged where it is made. */
function judgeSources(resource: Resource, field: string, input: string, program: Program): Facts {
  const sources = program.sources(resource, input, AMIS);
  const made = sources !== UNKNOWN && sources.length > 0 && sources.every(({ type }) => AMIS.includes(type));
  return made
    ? pass(field)
    : unknown(field, `${field} is known only at deployment; to have it judged before, name an AMI.`);
}

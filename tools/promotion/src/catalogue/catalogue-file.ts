import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { type ApprovedAmi, APPROVED_AMI_FIELDS, readApprovedAmis } from "@groundwork/core";
import { PromotionError } from "../errors";

/** The catalogue, from the root of the repository. */
export const CATALOGUE = "stacks/approved-amis.yaml";

/** As people write it: no line is folded, and no list padded. */
const FORM = { lineWidth: 0, flowCollectionPadding: false };

/** The catalogue as a file that people write in: what is changed is the entries, and all else stays as they wrote it. */
export class CatalogueFile {
  private constructor(
    private readonly file: string,
    readonly text: string,
    private readonly document: Document,
    readonly amis: ApprovedAmi[],
  ) {}

  /**
   * Reads the catalogue of a repository.
   *
   * @throws {@link PromotionError} or ConfigError with everything that is wrong with it.
   */
  static read(root: string, stacks: string[]): CatalogueFile {
    const file = path.join(root, CATALOGUE);
    const text = readFileSync(file, "utf8");
    const document = parseDocument(text);
    const [broken] = document.errors;
    if (broken !== undefined) {
      throw new PromotionError(`${CATALOGUE} cannot be read: ${broken.message.split("\n")[0]}`);
    }
    return new CatalogueFile(file, text, document, readApprovedAmis(document.toJS(), CATALOGUE, stacks));
  }

  /**
   * The text with an approval: in the place of the one that the environment had, and after it if others share that.
   *
   * @param entry An approval for one environment.
   */
  with(entry: ApprovedAmi): string {
    const document = this.document.clone();
    const amis = entriesIn(document);
    const [environment = ""] = entry.environments;
    const at = amis.items.findIndex((item) => isFor(item, entry, environment));
    const former = amis.items[at];
    const environments = former?.get("environments");
    if (former === undefined) {
      amis.add(itemOf(document, entry));
    } else if (isSeq(environments) && environments.items.length > 1) {
      environments.items = environments.items.filter((item) => valueOf(item) !== environment);
      amis.items.splice(at + 1, 0, itemOf(document, entry));
    } else {
      rewrite(document, former, entry);
    }
    const text = document.toString(FORM);
    // What is written is what everybody else will read.
    readApprovedAmis(parseDocument(text).toJS(), CATALOGUE);
    return text;
  }

  write(text: string): void {
    writeFileSync(this.file, text);
  }
}

function entriesIn(document: Document): YAMLSeq<YAMLMap> {
  const amis = document.get("amis");
  if (!isSeq(amis)) {
    throw new PromotionError(`${CATALOGUE} has no list under amis; write \`amis: []\`.`);
  }
  // An empty one is written in a line, which no entry fits into.
  amis.flow = false;
  return amis as YAMLSeq<YAMLMap>;
}

function isFor(item: YAMLMap, { name, region }: ApprovedAmi, environment: string): boolean {
  const environments = item.get("environments");
  const listed = isSeq(environments) && environments.items.some((each) => valueOf(each) === environment);
  return item.get("name") === name && item.get("region") === region && listed;
}

function valueOf(node: unknown): unknown {
  return isScalar(node) ? node.value : node;
}

/** The fields of an entry in the order in which the catalogue has them, without those that there are none of. */
function fieldsOf(entry: ApprovedAmi): [field: string, value: unknown][] {
  return APPROVED_AMI_FIELDS.map((field): [string, unknown] => [field, entry[field as keyof ApprovedAmi]]).filter(
    ([, value]) => value !== undefined,
  );
}

function itemOf(document: Document, entry: ApprovedAmi): YAMLMap {
  const item = document.createNode({}) as YAMLMap;
  for (const [field, value] of fieldsOf(entry)) {
    item.add(document.createPair(field, nodeOf(document, value)));
  }
  return item;
}

/** Gives an entry other values, and leaves its comments and its order. */
function rewrite(document: Document, item: YAMLMap, entry: ApprovedAmi): void {
  const fields = new Map(fieldsOf(entry));
  const nameOf = (pair: Pair): string => String(valueOf(pair.key));
  item.items = item.items.filter((pair) => fields.has(nameOf(pair)));
  for (const [field, value] of fields) {
    const pair = item.items.find((each) => nameOf(each) === field);
    if (pair === undefined) {
      const before = APPROVED_AMI_FIELDS.slice(0, APPROVED_AMI_FIELDS.indexOf(field));
      const place = item.items.findLastIndex((each) => before.includes(nameOf(each)));
      item.items.splice(place + 1, 0, document.createPair(field, nodeOf(document, value)) as (typeof item.items)[0]);
    } else if (isScalar(pair.value)) {
      pair.value.value = value;
    } else if (!isDeepStrictEqual(toJs(document, pair.value), value)) {
      pair.value = nodeOf(document, value);
    }
  }
}

function toJs(document: Document, node: unknown): unknown {
  return isMap(node) || isSeq(node) ? node.toJS(document) : node;
}

/** Lists in one line, as the catalogue has its environments. */
function nodeOf(document: Document, value: unknown): unknown {
  const node = document.createNode(value);
  if (isSeq(node)) {
    node.flow = true;
  }
  return node;
}

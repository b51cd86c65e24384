import { type Alias, type Document, type Node, visit } from "yaml";

/** The aliases of a document: what each stands for, and whether they stand for more than a reader should go through. */
export class YamlAliases {
  private readonly targets = new Map<Alias, Node>();
  /** What is being read through an alias, from the outside in. */
  private readonly within: Node[] = [];
  private values = 0;
  private ofAliases = 0;

  constructor(document: Document.Parsed) {
    const anchors = new Map<string, Node>();
    visit(document, {
      Value: (_, node) => {
        if (node.anchor !== undefined) {
          anchors.set(node.anchor, node);
        }
      },
      Alias: (_, node) => {
        const target = anchors.get(node.source);
        if (target !== undefined) {
          this.targets.set(node, target);
        }
      },
    });
  }

  /** What the last anchor of its name before it names; what is around the alias may be that too. */
  target(alias: Alias): Node | undefined {
    return this.targets.get(alias);
  }

  /** Whether what an alias stands for is being read already, and so contains itself. */
  isWithin(target: Node): boolean {
    return this.within.includes(target);
  }

  /** Reads what an alias stands for. */
  through<T>(target: Node, read: (target: Node) => T): T {
    this.within.push(target);
    const value = read(target);
    this.within.pop();
    return value;
  }

  /**
   * Counts a value, and says whether aliases make too many of those so far: of few values nearly all, of very many a tenth,
   * by the rule of Go's yaml.v3. Ten lines, each of ten aliases of the one before, would be ten thousand million values.
   *
   * @see https://github.com/go-yaml/yaml/blob/v3/decode.go
   */
  areTooMany(): boolean {
    this.values += 1;
    this.ofAliases += this.within.length > 0 ? 1 : 0;
    const [few, many] = [400_000, 4_000_000];
    const beyond = Math.min(Math.max(this.values - few, 0), many - few);
    const share = 0.99 - (0.89 * beyond) / (many - few);
    return this.values > 100 && this.ofAliases > 1000 && this.ofAliases / this.values > share;
  }
}

import {
  type Remediation,
  type ResourceReport,
  type StackReport,
  type Violation,
  type WaivedViolation,
} from "../document";

/** One resource in its place, with what was found about it. */
export interface ResourceNode {
  resource: ResourceReport;
  violations: Violation[];
  waived: WaivedViolation[];
  remediations: Remediation[];
  children: TreeEntry[];
}

/** Siblings of one type that are left out of the tree, because there are many and nothing was found about them. */
export interface Collapsed {
  type: string;
  /** How many siblings are left out. */
  siblings: number;
  /** How many resources under them are left out with them. */
  descendants: number;
}

/** What stands on one place of the tree. */
export type TreeEntry = ResourceNode | Collapsed;

/** A stack's resources as a tree, and the findings that belong to none of them. */
export interface ResourceTree {
  roots: TreeEntry[];
  /** Violations of the stack itself, and of resources that are not among the stack's. */
  violations: Violation[];
  /** The same of what is waived. */
  waived: WaivedViolation[];
  /** Remediations of resources that are not among the stack's. */
  remediations: Remediation[];
}

/** So many siblings of one type are shown; the rest only where something was found about them. */
export const SHOWN_SIBLINGS = 20;

/** The type of the resource that stands for the stack. */
const STACK_TYPE = "pulumi:pulumi:Stack";

/** Whether an entry stands for siblings that were left out. */
export function isCollapsed(entry: TreeEntry): entry is Collapsed {
  return "siblings" in entry;
}

/**
 * Builds the tree of a stack's resources, in the order of registration.
 *
 * A parent is always registered before its children. A resource whose parent was not (an orphan, or one that names itself)
 * hangs under the stack, and under nothing where there is no stack. Of two resources with the same URN, the first has the
 * children and the findings.
 */
export function resourceTree(stack: StackReport): ResourceTree {
  const nodes = new Map<string, FullNode>();
  const roots: FullNode[] = [];
  let root: FullNode | undefined;
  for (const resource of stack.resources) {
    const node: FullNode = { resource, violations: [], waived: [], remediations: [], children: [] };
    const parent = (resource.parent === undefined ? undefined : nodes.get(resource.parent)) ?? root;
    (parent?.children ?? roots).push(node);
    if (!nodes.has(resource.urn)) {
      nodes.set(resource.urn, node);
    }
    if (resource.type === STACK_TYPE) {
      root ??= node;
    }
  }
  const violations = stack.violations.filter((violation) => !attach(nodes.get(violation.urn)?.violations, violation));
  const waived = stack.waived.filter((violation) => !attach(nodes.get(violation.urn)?.waived, violation));
  const remediations = stack.remediations.filter(
    (remediation) => !attach(nodes.get(remediation.urn)?.remediations, remediation),
  );
  const noted = new Set(stack.diagnostics.map(({ urn }) => urn));
  return { roots: collapse(roots, noted).entries, violations, waived, remediations };
}

/** A node before its children are collapsed. */
interface FullNode {
  resource: ResourceReport;
  violations: Violation[];
  waived: WaivedViolation[];
  remediations: Remediation[];
  children: FullNode[];
}

/** Siblings after collapsing. */
interface Siblings {
  entries: TreeEntry[];
  /** How many resources they and those under them are. */
  size: number;
  /** Whether something was found about one of them. */
  found: boolean;
}

function attach<T>(list: T[] | undefined, item: T): boolean {
  list?.push(item);
  return list !== undefined;
}

/** Collapses siblings from the leaves up; `noted` are the URNs that a diagnostic names. */
function collapse(nodes: FullNode[], noted: Set<string>): Siblings {
  const entries: TreeEntry[] = [];
  const shown = new Map<string, number>();
  const rests = new Map<string, Collapsed>();
  let size = 0;
  let found = false;
  for (const { resource, violations, waived, remediations, children } of nodes) {
    const below = collapse(children, noted);
    const hasFindings =
      violations.length + waived.length + remediations.length > 0 || noted.has(resource.urn) || below.found;
    size += 1 + below.size;
    found ||= hasFindings;
    const { type } = resource;
    const before = shown.get(type) ?? 0;
    if (hasFindings || before < SHOWN_SIBLINGS) {
      shown.set(type, hasFindings ? before : before + 1);
      entries.push({ resource, violations, waived, remediations, children: below.entries });
      continue;
    }
    let rest = rests.get(type);
    if (rest === undefined) {
      rest = { type, siblings: 0, descendants: 0 };
      rests.set(type, rest);
      entries.push(rest);
    }
    rest.siblings += 1;
    rest.descendants += below.size;
  }
  return { entries, size, found };
}

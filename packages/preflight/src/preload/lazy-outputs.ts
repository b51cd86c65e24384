import { inspect } from "node:util";

type Resolve = (...settled: unknown[]) => void;

/** The SDK's function that gives a resource its outputs; what it returns settles each of them. */
type TransferProperties = (
  onto: Resource,
  label: string,
  properties: Record<string, unknown>,
) => Record<string, Resolve>;

/** Where a resource keeps those of its outputs that nobody has read yet. */
const UNREAD = Symbol("preflight.unread");

/** A resource as its program has it: its outputs are its properties. */
interface Resource {
  [UNREAD]?: UnreadOutputs;
  [inspect.custom]?: unknown;
  [property: string]: unknown;
}

/** Of every resource: a function that becomes a cloud's is serialized with what it refers to, outputs read or not. */
const all = new Set<UnreadOutputs>();

/** The outputs of one resource until they are read. */
class UnreadOutputs {
  private readonly settled: Record<string, unknown[]> = {};
  private readonly resolvers: Record<string, Resolve> = {};
  /** What a resource that can't change any more had to leave here. */
  private readonly made: Record<string, unknown> = {};

  constructor(
    private readonly resource: Resource,
    private readonly make: (onto: Resource, property: string) => Resolve,
  ) {}

  /** Takes what the SDK settles an output with, whether it is read before or after. */
  resolverOf(property: string): Resolve {
    return (...settled) => {
      const resolve = this.resolvers[property];
      if (resolve === undefined) {
        this.settled[property] = settled;
      } else {
        resolve(...settled);
      }
    };
  }

  read(property: string): unknown {
    if (property in this.made) {
      return this.made[property];
    }
    let onto = this.resource;
    if (Object.isExtensible(onto)) {
      delete onto[property];
    } else {
      onto = Object.create(onto) as Resource;
    }
    const resolve = this.make(onto, property);
    this.resolvers[property] = resolve;
    const settled = this.settled[property];
    if (settled !== undefined) {
      resolve(...settled);
    }
    if (onto !== this.resource) {
      this.made[property] = onto[property];
    }
    return onto[property];
  }

  /** Leaves the resource as the SDK would have left it. */
  readAll(): void {
    Object.values(this.resource);
    if (Object.isExtensible(this.resource)) {
      delete this.resource[UNREAD];
      if (this.resource[inspect.custom] === inspectWhole) {
        delete this.resource[inspect.custom];
      }
    }
  }
}

/**
 * Has the SDK make an output of a resource when it is first read, and not before: one is some 25 promises and 40
 * functions, a resource of AWS has 20, and a program reads one or two. In a preview of 10,000 volumes it is 44 % of the
 * processor's time and 1.2 of 2.0 GiB (Node.js 20).
 */
export function makeOutputsWhenRead(transferProperties: TransferProperties): TransferProperties {
  return (onto, label, properties) => {
    const make = (resource: Resource, property: string): Resolve =>
      transferProperties(resource, label, { [property]: undefined })[property] as Resolve;
    const unread = new UnreadOutputs(onto, make);
    const resolvers: Record<string, Resolve> = {};
    for (const property of Object.keys(properties)) {
      if (property === "id" || property === "urn" || Object.hasOwn(onto, property)) {
        // The SDK has its own way with these.
        Object.assign(resolvers, transferProperties(onto, label, { [property]: properties[property] }));
      } else {
        resolvers[property] = unread.resolverOf(property);
        Object.defineProperty(onto, property, accessorOf(property));
      }
    }
    Object.defineProperty(onto, UNREAD, { value: unread, configurable: true });
    if (!(inspect.custom in onto)) {
      Object.defineProperty(onto, inspect.custom, { value: inspectWhole, configurable: true });
    }
    all.add(unread);
    return resolvers;
  };
}

/** Makes every output that nobody has read yet. */
export function makeAllOutputs(): void {
  all.forEach((unread) => unread.readAll());
  all.clear();
}

function inspectWhole(this: Resource): Resource {
  this[UNREAD]?.readAll();
  return this;
}

/** One for each name, so that V8 keeps resources of a class in one shape. */
const accessors = new Map<string, PropertyDescriptor>();

function accessorOf(property: string): PropertyDescriptor {
  let accessor = accessors.get(property);
  if (accessor === undefined) {
    accessor = {
      configurable: true,
      enumerable: true,
      get(this: Resource) {
        return this[UNREAD]?.read(property);
      },
      set(this: Resource, value: unknown) {
        Object.defineProperty(this, property, { value, writable: true, enumerable: true, configurable: true });
      },
    };
    accessors.set(property, accessor);
  }
  return accessor;
}

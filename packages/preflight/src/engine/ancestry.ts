import { type RegisterResourceRequest, type TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import { isProviderOf } from "./providers";
import { type ResourceState } from "./state";
import { packageOf } from "./urn";

/** What children inherit from their parent. */
interface Inheritance {
  parent: string;
  protect?: boolean;
  retainOnDelete?: boolean;
  deletedWith: string;
  provider: string;
}

/** What resources hand down: the options and providers that their children have where they name none themselves. */
export class Ancestry {
  private readonly inheritance = new Map<string, Inheritance>();
  /** The providers that a component hands to its children, by package. */
  private readonly componentProviders = new Map<string, Map<string, string>>();

  /** Adds a resource whose options are settled. */
  add(resource: ResourceState, options: TransformResourceOptions): void {
    const protect = options.getProtect();
    const retainOnDelete = options.getRetainOnDelete();
    this.inheritance.set(resource.urn, {
      parent: resource.parent,
      ...(options.hasProtect() && protect !== undefined ? { protect } : {}),
      ...(options.hasRetainOnDelete() && retainOnDelete !== undefined ? { retainOnDelete } : {}),
      deletedWith: options.getDeletedWith(),
      provider: resource.provider,
    });
    if (!resource.custom) {
      this.componentProviders.set(resource.urn, mapOf(options.getProvidersMap()));
    }
  }

  /** Fills in what a request leaves to its parent. */
  inherit(request: RegisterResourceRequest, parent: string): void {
    const from = this.inheritance.get(parent);
    if (from === undefined) {
      return;
    }
    if (request.getDeletedwith() === "") {
      request.setDeletedwith(from.deletedWith);
    }
    if (!request.hasProtect() && from.protect !== undefined) {
      request.setProtect(from.protect);
    }
    if (!request.hasRetainondelete() && from.retainOnDelete !== undefined) {
      request.setRetainondelete(from.retainOnDelete);
    }
    const local = !request.getRemote() && !request.getCustom();
    if (request.getProvider() === "" && from.provider !== "") {
      if (local || isProviderOf(from.provider, packageOf(request.getType()))) {
        request.setProvider(from.provider);
      }
    }
  }

  /** Adds to a component's providers those that its parent has for other packages. */
  passProvidersDown(options: TransformResourceOptions, parent: string): void {
    const inherited = this.componentProviders.get(parent);
    if (inherited === undefined) {
      return;
    }
    const providers = options.getProvidersMap();
    inherited.forEach((reference, pkg) => {
      if (!providers.has(pkg)) {
        providers.set(pkg, reference);
      }
    });
  }

  /** The provider that a resource uses where it names none: a parent component's for the package. */
  resolveProvider(given: string, providers: Map<string, string>, parent: string, pkg: string): string {
    return given || (providers.get(pkg) ?? this.componentProviders.get(parent)?.get(pkg) ?? "");
  }

  /** A parent, its parent, and so on up to the stack. */
  above(parent: string): string[] {
    const found: string[] = [];
    for (let urn = parent; urn !== ""; urn = this.inheritance.get(urn)?.parent ?? "") {
      found.push(urn);
    }
    return found;
  }
}

/** A copy of a map of the protocol. */
export function mapOf(map: { forEach(callback: (value: string, key: string) => void): void }): Map<string, string> {
  const copy = new Map<string, string>();
  map.forEach((value, key) => copy.set(key, value));
  return copy;
}

import { type ProviderConfigValue } from "../project";
import { PreflightError } from "../errors";
import { RequestError } from "./errors";
import { type ResourceState, resourceState } from "./state";
import { makeUrn, packageOf, providerType, typeOf } from "./urn";
import { makeSecret, UNKNOWN, type WireObject } from "../wire/values";

/** What a resource or a function asks of its provider's plugin. */
export interface PluginRequest {
  /** The package that the resource's type belongs to. */
  pkg: string;
  /** The plugin's version; empty for the newest. */
  version: string;
  /** Where the plugin is downloaded from; empty for Pulumi's own place. */
  downloadUrl: string;
  /** How another plugin is made to serve the package; its value is in base64. */
  parameterization?: { plugin: string; version: string; value: string };
}

/** The reference by which a resource names its provider, before the provider has an id. */
export function providerReference(urn: string, id = UNKNOWN): string {
  return `${urn}::${id}`;
}

/** The URN within a provider reference. */
export function providerUrn(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}

/** The packages that the program registered, by the reference handed to it. */
export class Packages {
  private readonly requests: PluginRequest[] = [];

  /** The reference of a package; the same one for the same package. */
  register(request: PluginRequest): string {
    const known = this.requests.findIndex((other) => JSON.stringify(other) === JSON.stringify(request));
    return String(known >= 0 ? known : this.requests.push(request) - 1);
  }

  /** @throws {@link RequestError} when the program made the reference up. */
  find(reference: string): PluginRequest {
    const request = this.requests[Number(reference)];
    if (request === undefined) {
      throw new RequestError(`unknown provider package '${reference}'`);
    }
    return request;
  }
}

/** The name that Pulumi gives a package's default provider: `default_7_48_0`. */
function defaultName(request: PluginRequest): string {
  const version = (request.parameterization?.version ?? request.version).replace(/[.+-]/g, "_");
  const url = request.downloadUrl === "" ? "" : `_${request.downloadUrl.replace(/[^A-Za-z0-9_./]/g, "_")}`;
  return `default${version === "" ? "" : `_${version}`}${url}`;
}

/** A provider's inputs with what tells the engine which plugin to load. */
export function withPlugin(inputs: WireObject, request: Omit<PluginRequest, "pkg">): WireObject {
  const { version, downloadUrl, parameterization } = request;
  if (version === "" && downloadUrl === "" && parameterization === undefined) {
    return inputs;
  }
  return {
    ...inputs,
    ...(version === "" ? {} : { version: parameterization?.version ?? version }),
    __internal: {
      ...(downloadUrl === "" ? {} : { pluginDownloadURL: downloadUrl }),
      ...(parameterization === undefined
        ? {}
        : { name: parameterization.plugin, version, parameterization: parameterization.value }),
    },
  };
}

/**
 * The packages that a list in a stack's configuration names.
 *
 * @throws {@link PreflightError} where it is no list of texts.
 */
function packagesIn(text: string): string[] {
  let list: unknown;
  try {
    list = JSON.parse(text === "" ? "[]" : text) ?? [];
  } catch {
    list = undefined;
  }
  if (Array.isArray(list) && list.every((pkg) => typeof pkg === "string")) {
    return list.map((pkg) => pkg.trim());
  }
  throw new PreflightError(
    "configuration",
    `pulumi:disable-default-providers must be a JSON list of packages, such as ["aws"] or ["*"], but is ${text}; ` +
      "correct or remove it in the stack's configuration",
  );
}

/** The default providers of one stack: one for each package and version, made when the first resource needs it. */
export class DefaultProviders {
  private readonly references = new Map<string, string>();
  private readonly denied: Set<string>;

  /**
   * @param config The stack's configuration of a package.
   * @param register Registers a provider with the engine.
   * @throws {@link PreflightError} where the stack's configuration forbids some in no list.
   */
  constructor(
    private readonly stack: string,
    private readonly project: string,
    private readonly config: (pkg: string) => Map<string, ProviderConfigValue>,
    private readonly register: (state: ResourceState) => Promise<void>,
  ) {
    this.denied = new Set(packagesIn(config("pulumi").get("disable-default-providers")?.value ?? ""));
  }

  /**
   * The reference of a package's default provider.
   *
   * @throws {@link RequestError} where the stack's configuration forbids default providers for the package.
   */
  async reference(request: PluginRequest, token: string): Promise<string> {
    const { pkg } = request;
    if (pkg !== "pulumi" && (this.denied.has("*") || this.denied.has(pkg))) {
      throw new RequestError(
        `Default provider for '${pkg}' disabled. '${token}' must use an explicit provider, because the stack's ` +
          "configuration lists the package in pulumi:disable-default-providers.",
      );
    }
    const urn = makeUrn(this.stack, this.project, "", providerType(pkg), defaultName(request));
    const known = this.references.get(urn);
    if (known !== undefined) {
      return known;
    }
    const reference = providerReference(urn);
    this.references.set(urn, reference);
    await this.register(this.state(urn, request));
    return reference;
  }

  /** What the stack's configuration says of a package's default provider. */
  configuration(pkg: string): WireObject {
    return Object.fromEntries(
      [...this.config(pkg)].map(([property, { value, secret }]) => [property, secret ? makeSecret(value) : value]),
    );
  }

  private state(urn: string, request: PluginRequest): ResourceState {
    const inputs = withPlugin(this.configuration(request.pkg), request);
    const type = typeOf(urn);
    const name = defaultName(request);
    return resourceState({ urn, type, name, isDefaultProvider: true, id: UNKNOWN, inputs, outputs: inputs });
  }
}

/** Whether a provider reference is one of a package's. */
export function isProviderOf(reference: string, pkg: string): boolean {
  return packageOf(typeOf(providerUrn(reference))) === pkg;
}

import { type Alias } from "@pulumi/pulumi/proto/alias_pb";
import { Alias as AliasMessage } from "@pulumi/pulumi/proto/alias_pb";
import { type RegisterResourceRequest, TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import { type ResourceOptionsReport } from "../document";
import { RequestError } from "./errors";
import { type TimeoutSeconds } from "./state";

/** The options of a registration in the form in which transforms see and change them. */
export function optionsOf(request: RegisterResourceRequest, provider: string): TransformResourceOptions {
  const options = new TransformResourceOptions();
  options.setImport(request.getImportid());
  options.setDependsOnList(request.getDependenciesList());
  setIfDefined(request.getProtect(), request.hasProtect(), (value) => options.setProtect(value));
  setIfDefined(request.getRetainondelete(), request.hasRetainondelete(), (value) => options.setRetainOnDelete(value));
  options.setIgnoreChangesList(request.getIgnorechangesList());
  options.setReplaceOnChangesList(request.getReplaceonchangesList());
  options.setReplacementTrigger(request.getReplacementTrigger());
  options.setVersion(request.getVersion());
  options.setAliasesList([...request.getAliasurnsList().map(urnAlias), ...request.getAliasesList()]);
  options.setProvider(provider);
  copyMap(request.getProvidersMap(), options.getProvidersMap());
  options.setHideDiffList(request.getHidediffsList());
  options.setCustomTimeouts(request.getCustomtimeouts());
  options.setPluginDownloadUrl(request.getPlugindownloadurl());
  options.setDeletedWith(request.getDeletedwith());
  options.setReplaceWithList(request.getReplaceWithList());
  if (request.getDeletebeforereplacedefined() || request.getDeletebeforereplace()) {
    options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  }
  options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
  copyMap(request.getPluginchecksumsMap(), options.getPluginChecksumsMap());
  options.setHooks(request.getHooks());
  return options;
}

function setIfDefined<T>(value: T | undefined, defined: boolean, set: (value: T) => void): void {
  if (defined && value !== undefined) {
    set(value);
  }
}

function copyMap<V>(
  from: { forEach(callback: (value: V, key: string) => void): void },
  to: { set(key: string, value: V): unknown },
): void {
  from.forEach((value, key) => to.set(key, value));
}

function urnAlias(urn: string): Alias {
  const alias = new AliasMessage();
  alias.setUrn(urn);
  return alias;
}

/** A resource's options as reports show them. */
export function reportOptions(options: TransformResourceOptions): ResourceOptionsReport {
  const timeouts = options.getCustomTimeouts();
  const given = {
    create: timeouts?.getCreate() ?? "",
    update: timeouts?.getUpdate() ?? "",
    delete: timeouts?.getDelete() ?? "",
  };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  return {
    ...(options.getProtect() === true ? { protect: true } : {}),
    ...(options.getRetainOnDelete() === true ? { retainOnDelete: true } : {}),
    ...(options.hasDeleteBeforeReplace() ? { deleteBeforeReplace: options.getDeleteBeforeReplace() === true } : {}),
    ignoreChanges: options.getIgnoreChangesList(),
    replaceOnChanges: options.getReplaceOnChangesList(),
    additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
    aliases: options.getAliasesList().map(aliasText),
    ...(Object.keys(set).length === 0 ? {} : { customTimeouts: set }),
    ...textIfSet("deletedWith", options.getDeletedWith()),
    ...textIfSet("importId", options.getImport()),
    ...textIfSet("version", options.getVersion()),
    ...textIfSet("pluginDownloadUrl", options.getPluginDownloadUrl()),
  };
}

function textIfSet<K extends string>(key: K, text: string): Partial<Record<K, string>> {
  return text === "" ? {} : ({ [key]: text } as Partial<Record<K, string>>);
}

/** An alias in one line: its URN, or what of the resource was other before. */
function aliasText(alias: Alias): string {
  const spec = alias.getSpec();
  if (spec === undefined) {
    return alias.getUrn();
  }
  const parts = {
    name: spec.getName(),
    type: spec.getType(),
    stack: spec.getStack(),
    project: spec.getProject(),
    parent: spec.getParenturn(),
  };
  const set = Object.entries(parts).filter(([, value]) => value !== "");
  return [...set.map(([key, value]) => `${key}=${value}`), ...(spec.getNoparent() ? ["no parent"] : [])].join(" ");
}

const SECONDS: Record<string, number> = { ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/**
 * A resource's timeouts in seconds.
 *
 * @throws {@link RequestError} where one is no duration as Go writes it, such as `1h30m`.
 */
export function timeoutsOf(options: TransformResourceOptions): TimeoutSeconds {
  const timeouts = options.getCustomTimeouts();
  return {
    create: seconds(timeouts?.getCreate() ?? ""),
    update: seconds(timeouts?.getUpdate() ?? ""),
    delete: seconds(timeouts?.getDelete() ?? ""),
  };
}

function seconds(duration: string): number {
  if (duration === "" || duration === "0") {
    return 0;
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)((\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h))*$/.test(duration)) {
    throw new RequestError(
      `unable to parse customTimeout Value ${duration}; write a number with a unit, such as "30m" or "1h30m"`,
    );
  }
  let total = 0;
  for (const [, amount, unit] of duration.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g)) {
    total += Number(amount) * (SECONDS[unit ?? ""] ?? 0);
  }
  return duration.startsWith("-") ? -total : total;
}

import { type CallSite, DEFAULT_PROVIDER } from "../lookups";
import { isUnknown, reveal, type WireObject } from "../wire/values";
import { providerUrn } from "./providers";
import { type RegistrationContext } from "./registration";
import { packageOf } from "./urn";

/** What a call says of the plugin that is to answer it. */
interface PluginCall {
  getProvider(): string;
  getPackageref(): string;
}

/** Where a call goes: the provider that it is handed to, and the Region that it names itself or that provider does. */
export function callSite(context: RegistrationContext, call: PluginCall, token: string, args: WireObject): CallSite {
  const pkg = call.getPackageref() === "" ? packageOf(token) : context.packages.find(call.getPackageref()).pkg;
  const explicit = context.state.resources.get(providerUrn(call.getProvider()));
  const config = explicit?.inputs ?? context.defaultProviders.configuration(pkg);
  const named = reveal({ call: args["region"] ?? null, provider: config["region"] ?? null });
  const region = named["call"] ?? named["provider"];
  return {
    provider: explicit === undefined || explicit.isDefaultProvider ? DEFAULT_PROVIDER : explicit.name,
    config,
    ...(typeof region === "string" && region !== "" && !isUnknown(region) ? { region } : {}),
  };
}

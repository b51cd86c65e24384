import { type CallSite, DEFAULT_PROVIDER } from "../lookups";
import { isUnknown, reveal, type WireObject } from "../wire/values";
import { type DefaultProviders, type Packages, providerUrn } from "./providers";
import { type StackState } from "./state";
import { packageOf } from "./urn";

/** What tells a provider of another. */
interface Providers {
  state: StackState;
  packages: Packages;
  defaultProviders: DefaultProviders;
}

/**
 * Where a call goes: the provider that it is handed to, and the Region that it names itself or that provider does.
 *
 * @param reference The provider's; empty for the default one of the package.
 * @param args The call's arguments, or the properties of the resource that is read.
 */
export function callSite(context: Providers, reference: string, pkg: string, args: WireObject): CallSite {
  const provider = context.state.resources.get(providerUrn(reference));
  const config = provider?.inputs ?? context.defaultProviders.configuration(pkg);
  const named = reveal({ call: args["region"] ?? null, provider: config["region"] ?? null });
  const region = named["call"] ?? named["provider"];
  return {
    provider: provider === undefined || provider.isDefaultProvider ? DEFAULT_PROVIDER : provider.name,
    config,
    ...(typeof region === "string" && region !== "" && !isUnknown(region) ? { region } : {}),
  };
}

/** What a request says of its package: a reference where the program registered it, else the token's own. */
export function packageFor(context: Providers, reference: string, token: string): string {
  return reference === "" ? packageOf(token) : context.packages.find(reference).pkg;
}

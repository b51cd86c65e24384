import { type Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  RegisterResourceResponse,
  type RegisterResourceRequest,
  type TransformResourceOptions,
} from "@pulumi/pulumi/proto/resource_pb";
import { type Lookups } from "../lookups";
import { type Admissions } from "./admissions";
import { Ancestry, mapOf } from "./ancestry";
import { type ResourceHooks } from "./hooks";
import { callSite } from "./call-site";
import { RequestError, StopPreview } from "./errors";
import { optionsOf, reportOptions, timeoutsOf } from "./options";
import { type DefaultProviders, type Packages, withPlugin } from "./providers";
import { type ResourceState, resourceState, type StackState } from "./state";
import { fromStruct, toStruct } from "../wire/struct";
import { type Transforms } from "./transforms";
import { isProviderType, isUrn, makeUrn, packageOf, STACK_TYPE } from "./urn";
import {
  downgradeOutputs,
  holdsUnknown,
  makeSecret,
  outputDependencies,
  reveal,
  UNKNOWN,
  upgradeOutputs,
  type WireObject,
  type WireValue,
} from "../wire/values";

/** What a registration needs of the rest of the engine. */
export interface RegistrationContext {
  stackName: string;
  project: string;
  state: StackState;
  lookups: Lookups;
  packages: Packages;
  defaultProviders: DefaultProviders;
  transforms: Transforms;
  hooks: ResourceHooks;
  admissions: Admissions;
}

/** A token of a package, a module and a member. */
const TYPE_TOKEN = /^[^:]+:[^:]*:[^:]+$/;

/**
 * Registers resources as the engine does in a preview of an empty stack: everything is to be created.
 *
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/deploy/source_eval.go
 */
export class Registrations {
  /** What those registered so far hand to their children. */
  private readonly ancestry = new Ancestry();

  private readonly urns = new Set<string>();

  constructor(private readonly context: RegistrationContext) {}

  async register(request: RegisterResourceRequest): Promise<RegisterResourceResponse> {
    const type = request.getType();
    const custom = request.getCustom();
    const remote = request.getRemote();
    const parent = checkUrn(request.getParent(), "parent");
    if ((custom || remote) && !TYPE_TOKEN.test(type)) {
      throw new RequestError(`Type '${type}' is not a valid type token (must have format '*:*:*')`);
    }
    this.ancestry.inherit(request, parent);

    const given = await this.transformed(request, parent);
    const { options } = given;
    if (!custom) {
      this.ancestry.passProvidersDown(options, parent);
    }
    const provider = (custom && !isProviderType(type)) || remote ? await this.providerOf(request, options, type) : "";

    const urn = this.claim(parent, type, request.getName());
    const inputs = isProviderType(type) ? this.explicitProvider(request, options, given.properties) : given.properties;
    const resource = resourceState({
      urn,
      type,
      name: request.getName(),
      custom,
      parent,
      id: isProviderType(type) ? UNKNOWN : options.getImport(),
      provider,
      inputs: downgradeOutputs(inputs),
      dependencies: [...given.dependencies],
      propertyDependencies: new Map([...given.propertyDependencies].map(([key, urns]) => [key, [...urns]])),
      options: reportOptions(options),
      timeouts: timeoutsOf(options),
    });
    this.remember(resource, options, given.own);
    const admission = this.context.admissions.admit(resource);
    if (custom) {
      await admission;
    }
    await this.context.hooks.run("before", options.getHooks(), resource);
    this.preview(resource, options, remote);
    await this.context.hooks.run("after", options.getHooks(), resource);
    return response(request, resource);
  }

  /**
   * Reserves a resource's URN.
   *
   * @throws {@link StopPreview} when it is taken, or the parent is none.
   */
  claim(parent: string, type: string, name: string): string {
    if (parent !== "" && !this.urns.has(parent)) {
      throw new StopPreview(`could not find parent resource ${parent}`);
    }
    const urn = makeUrn(this.context.stackName, this.context.project, parent, type, name);
    if (this.urns.has(urn)) {
      throw new StopPreview(`Duplicate resource URN '${urn}'; try giving it a unique name`, urn);
    }
    this.urns.add(urn);
    return urn;
  }

  /** The properties, options and dependencies of a registration after every transform that applies. */
  private async transformed(request: RegisterResourceRequest, parent: string) {
    const { transforms } = this.context;
    const type = request.getType();
    const custom = request.getCustom();
    let properties = fromStruct(request.getObject());
    this.context.state.secrets.learn(properties);
    let dependencies = new Set(request.getDependenciesList().map((urn) => checkUrn(urn, "dependency")));
    const propertyDependencies = propertyDependenciesOf(request, properties, dependencies);
    const resolved =
      custom || request.getRemote()
        ? this.ancestry.resolveProvider(
            request.getProvider(),
            mapOf(request.getProvidersMap()),
            parent,
            packageOf(type),
          )
        : request.getProvider();
    let options = optionsOf(request, resolved);

    const own = request.getTransformsList();
    const applicable = transforms.applicable(own, this.ancestry.above(parent));
    if (applicable.length > 0) {
      const subject = { type, name: request.getName(), custom, parent };
      const upgraded = upgradeOutputs(
        properties,
        own.length > 0 ? propertyDependencies : new Map<string, Set<string>>(),
      );
      ({ properties, options } = await transforms.apply(applicable, subject, upgraded, options));
    }
    if (own.length > 0) {
      // A transform may have dropped a property and what it depended on: ask the output values what is left.
      dependencies = new Set(options.getDependsOnList());
      propertyDependencies.clear();
    }
    for (const [key, value] of Object.entries(properties)) {
      const urns = propertyDependencies.get(key) ?? new Set<string>();
      outputDependencies(value, urns);
      propertyDependencies.set(key, urns);
      if (own.length > 0) {
        urns.forEach((urn) => dependencies.add(urn));
      }
    }
    return { properties, options, dependencies, propertyDependencies, own };
  }

  private providerOf(
    request: RegisterResourceRequest,
    options: TransformResourceOptions,
    type: string,
  ): Promise<string> | string {
    const plugin =
      request.getPackageref() === ""
        ? { pkg: packageOf(type), version: options.getVersion(), downloadUrl: options.getPluginDownloadUrl() }
        : this.context.packages.find(request.getPackageref());
    return options.getProvider() || this.context.defaultProviders.reference(plugin, type);
  }

  /** An explicit provider's inputs, with the plugin that it asks for. */
  private explicitProvider(
    request: RegisterResourceRequest,
    options: TransformResourceOptions,
    inputs: WireObject,
  ): WireObject {
    return withPlugin(
      inputs,
      request.getPackageref() === ""
        ? { version: options.getVersion(), downloadUrl: options.getPluginDownloadUrl() }
        : this.context.packages.find(request.getPackageref()),
    );
  }

  private remember(resource: ResourceState, options: TransformResourceOptions, own: Callback[]): void {
    this.ancestry.add(resource, options);
    this.context.transforms.addToResource(resource.urn, own);
    if (resource.type === STACK_TYPE && resource.parent === "") {
      this.context.state.rootUrn = resource.urn;
    }
  }

  /** What the resource's provider would plan: its inputs come back, and all that it computes is unknown. */
  private preview(resource: ResourceState, options: TransformResourceOptions, remote: boolean): void {
    if (!resource.custom) {
      if (remote) {
        this.context.state.report(
          "warning",
          `${resource.type} is made by a component provider, which a preview offline does not run: its resources are ` +
            "not shown and its outputs are unknown",
          resource.urn,
        );
      }
      return;
    }
    resource.outputs = { ...resource.inputs };
    if (options.getImport() !== "") {
      const site = callSite(this.context, resource.provider, packageOf(resource.type), resource.inputs);
      const answer = this.context.lookups.read(resource.type, options.getImport(), site);
      if (answer.found) {
        resource.outputs = { ...resource.outputs, ...answer.value };
      }
    }
    for (const property of options.getAdditionalSecretOutputsList()) {
      resource.outputs[property] = makeSecret(resource.outputs[property] ?? UNKNOWN);
    }
  }
}

/** @throws {@link RequestError} when a text that should be a URN, or empty, is neither. */
function checkUrn(text: string, what: string): string {
  if (text !== "" && !isUrn(text)) {
    throw new RequestError(`invalid ${what} URN: "${text}"`);
  }
  return text;
}

/** Which resources each property comes from; from all of them where an old SDK does not say. */
function propertyDependenciesOf(
  request: RegisterResourceRequest,
  properties: WireObject,
  dependencies: Set<string>,
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  request.getPropertydependenciesMap().forEach((urns, property) => {
    found.set(property, new Set(urns.getUrnsList().map((urn) => checkUrn(urn, "dependency"))));
  });
  if (found.size === 0 && !request.getRemote()) {
    Object.keys(properties).forEach((property) => found.set(property, new Set(dependencies)));
  }
  return found;
}

function response(request: RegisterResourceRequest, resource: ResourceState): RegisterResourceResponse {
  let outputs = resource.outputs;
  if (!request.getSupportspartialvalues()) {
    const known = ([, value]: [string, WireValue]) => !holdsUnknown(value);
    outputs = Object.fromEntries(Object.entries(outputs).filter(known));
  }
  const message = new RegisterResourceResponse();
  message.setUrn(resource.urn);
  message.setId(resource.id);
  message.setObject(toStruct(request.getAcceptsecrets() ? outputs : reveal(outputs)));
  return message;
}

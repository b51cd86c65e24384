import { CallResponse, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import {
  type ReadResourceRequest,
  ReadResourceResponse,
  type ResourceCallRequest,
  type ResourceInvokeRequest,
  TransformInvokeOptions,
} from "@pulumi/pulumi/proto/resource_pb";
import { type CallSite } from "../lookups";
import { MISSING_LOOKUP, PLACEHOLDER_TOKEN } from "../protocol/missing-lookup";
import { callSite, packageFor } from "./call-site";
import { RequestError } from "./errors";
import { type RegistrationContext, type Registrations } from "./registration";
import { NO_OPTIONS, resourceState } from "./state";
import { fromStruct, toStruct } from "../wire/struct";
import { isProviderType, packageOf } from "./urn";
import {
  downgradeOutputs,
  holdsUnknown,
  isSecret,
  makeSecret,
  reveal,
  UNKNOWN,
  type WireObject,
  withSecretsOf,
} from "../wire/values";

const STACK_REFERENCE = "pulumi:pulumi:StackReference";
const GET_RESOURCE = "pulumi:pulumi:getResource";

/** What a call says of the plugin that is to answer it. */
interface PluginCall {
  getProvider(): string;
  getPackageref(): string;
}

/** Answers what a program asks of the world outside it, from the look-ups file. */
export class LookupCalls {
  /** What to say of each look-up that was not recorded. */
  private readonly unanswered = new Set<string>();

  constructor(
    private readonly context: RegistrationContext,
    private readonly registrations: Registrations,
  ) {}

  async invoke(request: ResourceInvokeRequest): Promise<InvokeResponse> {
    const token = request.getTok();
    if (token === PLACEHOLDER_TOKEN) {
      return this.placeholder(request);
    }
    const options = new TransformInvokeOptions();
    options.setProvider(request.getProvider());
    options.setVersion(request.getVersion());
    options.setPluginDownloadUrl(request.getPlugindownloadurl());
    const marked = fromStruct(request.getArgs());
    this.context.state.secrets.learn(marked);
    const transformed = await this.context.transforms.applyToInvoke(token, reveal(marked), options);
    const args = withSecretsOf(marked, transformed.args);
    const result = token === GET_RESOURCE ? this.resourceOf(args) : this.lookUp(token, args, request);
    const response = new InvokeResponse();
    response.setReturn(toStruct(result));
    return response;
  }

  /** What a program that waits for a look-up goes on with while look-ups are recorded. */
  private placeholder(request: ResourceInvokeRequest): InvokeResponse {
    const { token } = fromStruct(request.getArgs());
    const value = typeof token === "string" ? this.context.lookups.record.placeholder(token) : undefined;
    if (value === undefined) {
      throw new RequestError("there is no placeholder");
    }
    const response = new InvokeResponse();
    response.setReturn(toStruct(value));
    return response;
  }

  /** A method of a resource is its provider's: its answer too must have been recorded. */
  call(request: ResourceCallRequest): CallResponse {
    const token = request.getTok();
    const args = downgradeOutputs(fromStruct(request.getArgs()));
    this.context.state.secrets.learn(args);
    delete args["__self__"];
    const response = new CallResponse();
    response.setReturn(toStruct(this.lookUp(token, args, request)));
    return response;
  }

  async read(request: ReadResourceRequest): Promise<ReadResourceResponse> {
    const type = request.getType();
    const id = request.getId();
    const parent = request.getParent();
    const urn = this.registrations.claim(parent, type, request.getName());
    const properties = fromStruct(request.getProperties());
    const provider = await this.readProvider(request, type);
    const state = resourceState({
      urn,
      type,
      name: request.getName(),
      external: true,
      parent,
      id,
      provider,
      inputs: properties,
      outputs:
        type === STACK_REFERENCE
          ? this.stackReference(properties, id)
          : this.recordedState(type, id, urn, callSite(this.context, provider, packageOf(type), properties)),
      dependencies: request.getDependenciesList(),
      options: { ...NO_OPTIONS, additionalSecretOutputs: request.getAdditionalsecretoutputsList() },
    });
    for (const property of request.getAdditionalsecretoutputsList()) {
      state.outputs[property] = makeSecret(state.outputs[property] ?? UNKNOWN);
    }
    this.context.state.add(state);
    const response = new ReadResourceResponse();
    response.setUrn(urn);
    response.setProperties(toStruct(request.getAcceptsecrets() ? state.outputs : reveal(state.outputs)));
    return response;
  }

  /**
   * Warns of the look-ups that went unanswered and that no error of the program tells of: their results are unknown. And
   * of the entries that answered several Regions or providers alike.
   */
  reportUnanswered(): void {
    const told = new Set(this.context.state.diagnostics.map((diagnostic) => diagnostic.message));
    for (const message of this.unanswered) {
      if (!told.has(message)) {
        this.context.state.report("warning", `its result is unknown in this preview: ${message}`);
      }
    }
    this.context.lookups.sharedAnswers.forEach((warning) => this.context.state.report("warning", warning));
  }

  private readProvider(request: ReadResourceRequest, type: string): Promise<string> | string {
    if (request.getProvider() !== "" || isProviderType(type)) {
      return request.getProvider();
    }
    const plugin =
      request.getPackageref() === ""
        ? { pkg: packageOf(type), version: request.getVersion(), downloadUrl: request.getPlugindownloadurl() }
        : this.context.packages.find(request.getPackageref());
    return this.context.defaultProviders.reference(plugin, type);
  }

  /** @throws {@link RequestError} that the program's side tells apart, where the answer was not recorded. */
  private lookUp(token: string, args: WireObject, request: PluginCall): WireObject {
    const pkg = packageFor(this.context, request.getPackageref(), token);
    const site = callSite(this.context, request.getProvider(), pkg, args);
    const answer = this.context.lookups.invoke(token, args, site);
    if (answer.found && answer.computed === true) {
      return answer.value;
    }
    if (!answer.found && answer.refused === true) {
      throw new RequestError(answer.message);
    }
    this.context.lookups.record.add({ kind: "invoke", token, args, site }, answer);
    if (!answer.found) {
      this.unanswered.add(answer.message);
      throw new RequestError(`${MISSING_LOOKUP}${answer.message}`);
    }
    return answer.value;
  }

  /** The state of a resource of this stack: what a program gets for a resource reference. */
  private resourceOf(args: WireObject): WireObject {
    const urn = typeof args["urn"] === "string" ? args["urn"] : "";
    const resource = this.context.state.resources.get(urn);
    if (resource === undefined) {
      throw new RequestError(`unknown resource ${urn}`);
    }
    return { urn, id: resource.id, state: this.context.state.finalOutputs(resource) };
  }

  private stackReference(properties: WireObject, id: string): WireObject {
    const name = typeof properties["name"] === "string" ? properties["name"] : id;
    const answer = this.context.lookups.stackReference(name);
    this.context.lookups.record.add({ kind: "stackReference", name }, answer);
    if (!answer.found) {
      this.context.state.report("warning", answer.message);
      return { name, outputs: UNKNOWN, secretOutputNames: UNKNOWN };
    }
    const secretOutputNames = Object.keys(answer.value).filter((key) => isSecret(answer.value[key]));
    return { name, outputs: answer.value, secretOutputNames };
  }

  private recordedState(type: string, id: string, urn: string, site: CallSite): WireObject {
    const answer = this.context.lookups.read(type, id, site);
    this.context.lookups.record.add({ kind: "read", type, id, site }, answer);
    if (!answer.found) {
      const known = !holdsUnknown(id);
      this.context.state.report(known ? "warning" : "info", answer.message, urn);
      return Object.fromEntries(
        (this.context.state.computedOutputs.get(type) ?? []).map((property) => [property, UNKNOWN]),
      );
    }
    return { ...answer.value };
  }
}

import * as grpc from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import {
  DeploymentInfo,
  type RegisterPackageRequest,
  RegisterPackageResponse,
  type RegisterResourceOutputsRequest,
  type ResourceMonitorFeature,
  SupportsFeatureResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { type IResourceMonitorServer } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { type StackSettings } from "../project";
import { RequestError, StopPreview } from "./errors";
import { type LookupCalls } from "./lookup-calls";
import { type RegistrationContext, type Registrations } from "./registration";
import { fromStruct } from "../wire/struct";
import { downgradeOutputs } from "../wire/values";

/** What this engine can do, by the names that SDKs ask with. */
const FEATURES = [
  "secrets",
  "resourceReferences",
  "outputValues",
  "aliasSpecs",
  "replacementTrigger",
  "deletedWith",
  "replaceWith",
  "transforms",
  "invokeTransforms",
  "parameterization",
  "resourceHooks",
  "errorHooks",
];

/** How many resources the program may register at once, as the Pulumi CLI tells it on a machine with two cores. */
const PROGRAM_PARALLEL = 32;

/** The side of the engine that the program talks to. */
export class Monitor {
  /** Settles when the preview is stopped; from then on every call is refused. */
  readonly whenStopped: Promise<void>;

  private readonly stop: () => void;
  private isStopped = false;
  private finished = false;
  private inFlight = 0;
  private registeredStackOutputs = false;

  constructor(
    private readonly settings: StackSettings,
    private readonly context: RegistrationContext,
    private readonly registrations: Registrations,
    private readonly lookupCalls: LookupCalls,
  ) {
    let settle: () => void = () => undefined;
    this.whenStopped = new Promise((resolve) => (settle = resolve));
    this.stop = settle;
  }

  /** Whether the preview was stopped. */
  get stopped(): boolean {
    return this.isStopped;
  }

  /** Whether the program waits for an answer. */
  get answering(): boolean {
    return this.inFlight > 0;
  }

  /** The gRPC service. */
  implementation(): IResourceMonitorServer {
    return {
      getDeploymentInfo: this.answer(() => this.deploymentInfo()),
      supportsFeature: this.answer((request) => {
        const response = new SupportsFeatureResponse();
        response.setHassupport(FEATURES.includes(request.getId()));
        return response;
      }),
      registerPackage: this.answer((request) => this.registerPackage(request)),
      registerResource: this.answer((request) => this.registrations.register(request)),
      registerResourceOutputs: this.answer((request) => this.registerOutputs(request)),
      registerStackTransform: this.answer((request) => {
        this.context.transforms.addToStack(request);
        return new Empty();
      }),
      registerStackInvokeTransform: this.answer((request) => {
        this.context.transforms.addToInvokes(request);
        return new Empty();
      }),
      registerResourceHook: this.answer((request) => {
        this.context.hooks.register(request);
        return new Empty();
      }),
      // A hook for failed operations: a preview operates on nothing, so none can fail.
      registerErrorHook: this.answer(() => new Empty()),
      invoke: this.answer((request) => this.lookupCalls.invoke(request)),
      call: this.answer((request) => this.lookupCalls.call(request)),
      readResource: this.answer((request) => this.lookupCalls.read(request)),
      signalAndWaitForShutdown: this.answer(() => {
        this.finished = true;
        return new Empty();
      }),
    };
  }

  /** One method: its mistakes become the program's, its fatal ones the preview's end. */
  private answer<Request, Response>(
    work: (request: Request) => Response | Promise<Response>,
  ): grpc.handleUnaryCall<Request, Response> {
    return (call, callback) => {
      void (async () => {
        this.inFlight += 1;
        try {
          if (this.isStopped) {
            throw new StopPreview("");
          }
          callback(null, await work(call.request));
        } catch (error) {
          callback(this.refusal(error), null);
        } finally {
          this.inFlight -= 1;
        }
      })();
    };
  }

  private refusal(error: unknown): Partial<grpc.StatusObject> {
    if (error instanceof StopPreview) {
      if (!this.isStopped) {
        this.isStopped = true;
        this.context.state.report("error", error.message, error.urn);
        this.stop();
      }
      return { code: grpc.status.UNAVAILABLE, details: "resource monitor shut down" };
    }
    const code = error instanceof RequestError ? error.code : grpc.status.UNKNOWN;
    return { code, details: (error as Error).message };
  }

  /** What to say of a program that ended well before it was done; empty where it was done. */
  earlyEnd(): string {
    if (this.finished || (this.registeredStackOutputs && this.inFlight === 0)) {
      return "";
    }
    return (
      "the program ended before it had registered all of its resources: something called process.exit, or nothing " +
      "is left that the event loop waits for; let the program return, and await what it starts"
    );
  }

  /** What to say of a program that came to its end and not to its outputs; empty where it came to them. */
  missingOutputs(): string {
    return this.registeredStackOutputs
      ? ""
      : "the program ended while it waited for a promise that never settles, so its outputs, and whatever it does " +
          "after that, are missing here; look for a promise that nothing resolves or rejects";
  }

  private deploymentInfo(): DeploymentInfo {
    const info = new DeploymentInfo();
    info.setProject(this.settings.project);
    info.setStack(this.settings.name);
    info.setOrganization(this.settings.organization);
    this.settings.config.forEach((value, key) => info.getConfigMap().set(key, value));
    info.setConfigsecretkeysList([...this.settings.secretKeys]);
    info.setDryrun(true);
    info.setParallel(PROGRAM_PARALLEL);
    info.setSupportedfeaturesList(FEATURES.map((_, index) => index as ResourceMonitorFeature));
    return info;
  }

  private registerPackage(request: RegisterPackageRequest): RegisterPackageResponse {
    const parameterization = request.getParameterization();
    const response = new RegisterPackageResponse();
    response.setRef(
      this.context.packages.register({
        pkg: parameterization?.getName() ?? request.getName(),
        version: request.getVersion(),
        downloadUrl: request.getDownloadUrl(),
        ...(parameterization === undefined
          ? {}
          : {
              parameterization: {
                plugin: request.getName(),
                version: parameterization.getVersion(),
                value: parameterization.getValue_asB64(),
              },
            }),
      }),
    );
    return response;
  }

  private registerOutputs(request: RegisterResourceOutputsRequest): Empty {
    const resource = this.context.state.resources.get(request.getUrn());
    if (resource === undefined) {
      throw new RequestError(`cannot complete a resource '${request.getUrn()}' whose registration isn't pending`);
    }
    resource.outputs = downgradeOutputs(fromStruct(request.getOutputs()));
    this.registeredStackOutputs ||= request.getUrn() === this.context.state.rootUrn;
    return new Empty();
  }
}

import { type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { type IResourceMonitorServer } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { type Lookups } from "../lookups/index";
import { providerConfig, type StackSettings } from "../project/index";
import { Admissions } from "./admissions";
import { Callbacks } from "./callbacks";
import { engineService } from "./engine-service";
import { ResourceHooks } from "./hooks";
import { type Judge } from "./judge";
import { LookupCalls } from "./lookup-calls";
import { Monitor } from "./monitor";
import { DefaultProviders, Packages } from "./providers";
import { type RegistrationContext, Registrations } from "./registration";
import { type StackState } from "./state";
import { Transforms } from "./transforms";

/** Pulumi's engine for one preview of one stack, put together from its parts. */
export class Engine {
  /** What logs go to. */
  readonly service: IEngineServer;
  readonly lookupCalls: LookupCalls;
  readonly monitor: Monitor;

  private readonly callbacks = new Callbacks();
  private readonly admissions: Admissions;

  constructor(stack: StackSettings, lookups: Lookups, state: StackState, judge: Judge) {
    this.admissions = new Admissions(state, judge);
    const context: RegistrationContext = {
      stackName: stack.name,
      project: stack.project,
      state,
      lookups,
      admissions: this.admissions,
      packages: new Packages(),
      defaultProviders: new DefaultProviders(
        stack.name,
        stack.project,
        (pkg) => providerConfig(stack, pkg),
        (provider) => this.admissions.admit(provider),
      ),
      transforms: new Transforms(this.callbacks),
      hooks: new ResourceHooks(this.callbacks, state),
    };
    const registrations = new Registrations(context);
    this.lookupCalls = new LookupCalls(context, registrations);
    this.monitor = new Monitor(stack, context, registrations, this.lookupCalls);
    // Once the preview is stopped, what is logged is about the lost connection.
    this.service = engineService(state, () => this.monitor.stopped);
  }

  /** What the program talks to. */
  get resourceMonitor(): IResourceMonitorServer {
    return this.monitor.implementation();
  }

  /** Settles once every resource that has registered was handed to the judge. */
  allAdmitted(): Promise<void> {
    return this.admissions.done();
  }

  /** Lets go of the program's functions. */
  close(): void {
    this.callbacks.close();
  }
}

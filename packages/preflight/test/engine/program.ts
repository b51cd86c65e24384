import type * as grpc from "@grpc/grpc-js";
import { type InvokeResponse, type CallResponse } from "@pulumi/pulumi/proto/provider_pb";
import {
  ReadResourceRequest,
  type ReadResourceResponse,
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  type RegisterResourceResponse,
  ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import { type Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Engine } from "../../src/engine/engine";
import { type Judge } from "../../src/engine/judge";
import { type ResourceState, StackState } from "../../src/engine/state";
import { Lookups } from "../../src/lookups";
import { type StackSettings } from "../../src/project";
import { fromStruct, toStruct } from "../../src/wire/struct";
import { type WireObject } from "../../src/wire/values";

/** The settings of a stack `dev` of a project `shop`. */
export function stackSettings(config: Record<string, string> = {}, secretKeys: string[] = []): StackSettings {
  return {
    name: "dev",
    organization: "acme",
    project: "shop",
    file: "/shop/Pulumi.dev.yaml",
    config: new Map(Object.entries(config)),
    secretKeys: new Set(secretKeys),
    secrets: [],
    plainTexts: [],
    diagnostics: [],
  };
}

/** The URN of a resource of {@link stackSettings}. */
export function urnOf(qualifiedType: string, name: string): string {
  return `urn:pulumi:dev::shop::${qualifiedType}::${name}`;
}

/** What a program says of a resource; a resource of a provider unless it says otherwise. */
export interface Registration {
  type?: string;
  name?: string;
  custom?: boolean;
  parent?: string;
  inputs?: WireObject;
  /** Anything else that a request can have. */
  with?: (request: RegisterResourceRequest) => void;
}

/** The answer to a registration, read. */
export interface Registered {
  urn: string;
  id: string;
  outputs: WireObject;
}

/** A judge that changes nothing and remembers what it was shown. */
export class Onlooker implements Judge {
  readonly judged: ResourceState[] = [];

  remediate(resource: ResourceState): Promise<WireObject> {
    return Promise.resolve(resource.inputs);
  }

  analyze(resource: ResourceState): void {
    this.judged.push(resource);
  }
}

/** Stands for a program: calls an engine as it would, without processes and sockets. */
export class Program<J extends Judge = Onlooker> {
  readonly state = new StackState();
  readonly engine: Engine;

  constructor(
    readonly judge: J,
    stack = stackSettings(),
    lookups = Lookups.load("/shop/lookups.dev.json", false),
  ) {
    this.engine = new Engine(stack, lookups, this.state, judge);
  }

  static onlooked(stack?: StackSettings): Program {
    return new Program(new Onlooker(), stack);
  }

  /** The resource of a URN, as the engine has it. */
  resource(urn: string): ResourceState {
    const found = this.state.resources.get(urn);
    if (found === undefined) {
      throw new Error(`there is no ${urn}, only ${[...this.state.resources.keys()].join(", ")}`);
    }
    return found;
  }

  /** Registers a resource as today's SDK does: with secrets, unknowns and references. */
  async register(given: Registration = {}): Promise<Registered> {
    const request = new RegisterResourceRequest();
    request.setType(given.type ?? "aws:sns/topic:Topic");
    request.setName(given.name ?? "it");
    request.setCustom(given.custom ?? true);
    request.setParent(given.parent ?? "");
    request.setObject(toStruct(given.inputs ?? {}));
    request.setAcceptsecrets(true);
    request.setSupportspartialvalues(true);
    given.with?.(request);
    const response = await this.call<RegisterResourceResponse>("registerResource", request);
    return { urn: response.getUrn(), id: response.getId(), outputs: fromStruct(response.getObject()) };
  }

  /** Registers the stack itself, as every program does first. */
  async registerStack(): Promise<string> {
    return (await this.register({ type: "pulumi:pulumi:Stack", name: "shop-dev", custom: false })).urn;
  }

  async registerOutputs(urn: string, outputs: WireObject): Promise<void> {
    const request = new RegisterResourceOutputsRequest();
    request.setUrn(urn);
    request.setOutputs(toStruct(outputs));
    await this.call<Empty>("registerResourceOutputs", request);
  }

  async read(type: string, name: string, id: string): Promise<WireObject> {
    const request = new ReadResourceRequest();
    request.setType(type);
    request.setName(name);
    request.setId(id);
    request.setAcceptsecrets(true);
    return fromStruct((await this.call<ReadResourceResponse>("readResource", request)).getProperties());
  }

  async invoke(token: string, args: WireObject): Promise<WireObject> {
    const request = new ResourceInvokeRequest();
    request.setTok(token);
    request.setArgs(toStruct(args));
    return fromStruct((await this.call<InvokeResponse | CallResponse>("invoke", request)).getReturn());
  }

  /** Calls any method of the resource monitor. */
  call<Response>(method: keyof Engine["resourceMonitor"], request: unknown): Promise<Response> {
    type Method = (call: { request: unknown }, callback: grpc.sendUnaryData<Response>) => void;
    const handler = this.engine.resourceMonitor[method] as unknown as Method;
    return new Promise((resolve, reject) => {
      handler({ request }, (error, response) => {
        if (error !== null) {
          reject(
            Object.assign(new Error((error as grpc.StatusObject).details), { code: (error as grpc.StatusObject).code }),
          );
        } else {
          resolve(response as Response);
        }
      });
    });
  }
}

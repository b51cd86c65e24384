import { type Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  type TransformInvokeOptions,
  TransformInvokeRequest,
  TransformInvokeResponse,
  TransformRequest,
  type TransformResourceOptions,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { type Callbacks } from "./callbacks";
import { fromStruct, toStruct } from "../wire/struct";
import { type WireObject } from "../wire/values";

/** What a transform sees of a resource and may not change. */
export interface TransformSubject {
  type: string;
  name: string;
  custom: boolean;
  parent: string;
}

/** The functions of the program that change resources and look-ups before the engine sees them. */
export class Transforms {
  private readonly ofResource = new Map<string, Callback[]>();
  private readonly ofStack: Callback[] = [];
  private readonly ofInvokes: Callback[] = [];

  constructor(private readonly callbacks: Pick<Callbacks, "invoke">) {}

  addToStack(callback: Callback): void {
    this.ofStack.push(callback);
  }

  addToInvokes(callback: Callback): void {
    this.ofInvokes.push(callback);
  }

  /** Remembers a resource's own transforms for its children. */
  addToResource(urn: string, callbacks: Callback[]): void {
    if (callbacks.length > 0) {
      this.ofResource.set(urn, callbacks);
    }
  }

  /** The transforms that a resource goes through: its own, its parents' from the nearest on, the stack's. */
  applicable(own: Callback[], parents: string[]): Callback[] {
    return [...own, ...parents.flatMap((urn) => this.ofResource.get(urn) ?? []), ...this.ofStack];
  }

  /** Runs one transform after the other, each on what the one before made. */
  async apply(
    transforms: Callback[],
    subject: TransformSubject,
    properties: WireObject,
    options: TransformResourceOptions,
  ): Promise<{ properties: WireObject; options: TransformResourceOptions }> {
    for (const transform of transforms) {
      const request = new TransformRequest();
      request.setType(subject.type);
      request.setName(subject.name);
      request.setCustom(subject.custom);
      request.setParent(subject.parent);
      request.setProperties(toStruct(properties));
      request.setOptions(options);
      const response = TransformResponse.deserializeBinary(
        await this.callbacks.invoke(transform, request.serializeBinary()),
      );
      options = response.getOptions() ?? options;
      properties = response.hasProperties() ? fromStruct(response.getProperties()) : properties;
    }
    return { properties, options };
  }

  /** Runs the stack's transforms of look-ups. */
  async applyToInvoke(
    token: string,
    args: WireObject,
    options: TransformInvokeOptions,
  ): Promise<{ args: WireObject; options: TransformInvokeOptions }> {
    for (const transform of this.ofInvokes) {
      const request = new TransformInvokeRequest();
      request.setToken(token);
      request.setArgs(toStruct(args));
      request.setOptions(options);
      const response = TransformInvokeResponse.deserializeBinary(
        await this.callbacks.invoke(transform, request.serializeBinary()),
      );
      options = response.getOptions() ?? options;
      args = response.hasArgs() ? fromStruct(response.getArgs()) : args;
    }
    return { args, options };
  }
}

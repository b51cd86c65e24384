import { type Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  type RegisterResourceHookRequest,
  type RegisterResourceRequest,
  ResourceHookRequest,
  ResourceHookResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { type Callbacks } from "./callbacks";
import { RequestError, StopPreview } from "./errors";
import { type ResourceState, type StackState } from "./state";
import { toStruct } from "../wire/struct";

interface Hook {
  callback: Callback;
  onDryRun: boolean;
  ignoreErrors: boolean;
}

/** The functions of the program that run before and after a resource is created; in a preview, those that ask for it. */
export class ResourceHooks {
  private readonly hooks = new Map<string, Hook>();

  constructor(
    private readonly callbacks: Pick<Callbacks, "invoke">,
    private readonly stack: StackState,
  ) {}

  /** @throws {@link RequestError} when the name is taken. */
  register(request: RegisterResourceHookRequest): void {
    const name = request.getName();
    const callback = request.getCallback();
    if (this.hooks.has(name)) {
      throw new RequestError(`resource hook already registered for name "${name}"`);
    }
    if (callback !== undefined) {
      const onDryRun = request.getOnDryRun();
      this.hooks.set(name, { callback, onDryRun, ignoreErrors: request.getIgnoreErrors() });
    }
  }

  /**
   * Runs the hooks around the creation of a resource, as a preview does.
   *
   * @throws {@link StopPreview} when one fails that may not.
   */
  async run(
    when: "before" | "after",
    binding: RegisterResourceRequest.ResourceHooksBinding | undefined,
    resource: ResourceState,
  ): Promise<void> {
    const names = (when === "before" ? binding?.getBeforeCreateList() : binding?.getAfterCreateList()) ?? [];
    for (const name of names) {
      const hook = this.hooks.get(name);
      if (hook === undefined) {
        throw new StopPreview(`hook "${name}" was not registered`, resource.urn);
      }
      if (hook.onDryRun) {
        await this.runOne(when, name, hook, resource);
      }
    }
  }

  private async runOne(when: "before" | "after", name: string, hook: Hook, resource: ResourceState): Promise<void> {
    const request = new ResourceHookRequest();
    request.setUrn(resource.urn);
    request.setId(when === "after" ? resource.id : "");
    request.setName(resource.name);
    request.setType(resource.type);
    request.setNewInputs(toStruct(resource.inputs));
    if (when === "after") {
      request.setNewOutputs(toStruct(resource.outputs));
    }
    let problem: string;
    try {
      const bytes = await this.callbacks.invoke(hook.callback, request.serializeBinary());
      problem = ResourceHookResponse.deserializeBinary(bytes).getError();
    } catch (error) {
      problem = (error as Error).message;
    }
    if (problem === "") {
      return;
    }
    if (!hook.ignoreErrors) {
      throw new StopPreview(`${when} hook "${name}" failed: ${problem}`, resource.urn);
    }
    const type = when === "before" ? "BeforeCreate" : "AfterCreate";
    this.stack.report("warning", `${type} hook "${name}" failed: ${problem}`, resource.urn);
  }
}

import { type ResourceState } from "./state";
import { type WireObject } from "../wire/values";

/** What judges the resources of a stack as they register: the policy packs. */
export interface Judge {
  /**
   * Lets the packs mend a resource's inputs, where they have policies that do.
   *
   * @returns The inputs that go on; those given where nothing was mended.
   */
  remediate(resource: ResourceState): Promise<WireObject>;

  /** Hands a resource to the packs; their verdicts arrive later. */
  analyze(resource: ResourceState): void;
}

/** What the process of a program tells preflight over the channel between them. */
export interface ChildMessage {
  /** The output properties that the resource's provider computes, by the type of the resource. */
  computedOutputs: Record<string, string[]>;
}

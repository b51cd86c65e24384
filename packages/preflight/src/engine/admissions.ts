import { type Judge } from "./judge";
import { type ResourceState, type StackState } from "./state";

/** How resources come into the stack: they are added to it, mended and judged. */
export class Admissions {
  private readonly all: Promise<void>[] = [];

  constructor(
    private readonly state: StackState,
    private readonly judge: Judge,
  ) {}

  /**
   * Adds a resource to the stack and lets the packs mend and judge it. What the program is told of a component does not
   * depend on its inputs, so that it need not wait for this: the stack itself, and with it the program, may come first.
   */
  admit(resource: ResourceState): Promise<void> {
    const admission = this.mendAndJudge(resource);
    // A pack that fails ends the preview by itself, whether anybody waits here or not.
    admission.catch(() => undefined);
    this.all.push(admission);
    return admission;
  }

  /** Settles once every resource so far has been handed to the packs. */
  async done(): Promise<void> {
    await Promise.all(this.all);
  }

  private async mendAndJudge(resource: ResourceState): Promise<void> {
    this.state.add(resource);
    resource.inputs = await this.judge.remediate(resource);
    this.judge.analyze(resource);
  }
}

import { FOLDER_VARIABLE } from "../protocol/environment";
import { NodeProcess, type NodeProcessOptions } from "./node-process";
import { type PrivateFolder } from "./private-folder";

/** The processes of one preview, which end together. */
export class Processes {
  private readonly started: NodeProcess[] = [];
  private stopped = false;

  /** @param folder Where their sockets are. */
  constructor(private readonly folder: PrivateFolder) {}

  /** Whether they were told to end, so that their end is no news. */
  get stopping(): boolean {
    return this.stopped;
  }

  /** @throws {@link PreflightError} when it cannot be started. */
  start(options: NodeProcessOptions): NodeProcess {
    const environment = { ...options.environment, [FOLDER_VARIABLE]: this.folder.path };
    const started = new NodeProcess({ ...options, environment });
    this.started.push(started);
    return started;
  }

  /** Ends all of them, and settles once they have. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.started.map((started) => started.stop()));
  }
}

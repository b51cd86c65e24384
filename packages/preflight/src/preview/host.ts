import { EngineServer } from "../engine/server";
import { PrivateFolder } from "../process/private-folder";
import { Processes } from "../process/processes";

/** What one preview opens on this machine: a folder for its sockets, the engine's socket, and its processes. */
export class Host {
  readonly processes: Processes;

  private constructor(
    readonly folder: PrivateFolder,
    readonly server: EngineServer,
  ) {
    this.processes = new Processes(folder);
  }

  /** @throws {@link PreflightError} where there is no place for the folder. */
  static async open(): Promise<Host> {
    const folder = PrivateFolder.create();
    try {
      return new Host(folder, await EngineServer.listen(folder.socket("engine")));
    } catch (error) {
      folder.remove();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.processes.stop();
    this.server.close();
    this.folder.remove();
  }
}

import { type Exit } from "../process/node-process";
import { withoutOwnFrames } from "../process/own-frames";
import { type Processes } from "../process/processes";
import { type PolicyPackSource, type StackSettings } from "../project";
import { SOCKET_VARIABLE } from "../protocol/environment";

/** How many lines of what a pack printed are told where it fails. */
const TOLD_LINES = 30;

/** How many are kept for that, some of which may concern preflight alone. */
const KEPT_LINES = 500;

/** Where the process of a pack runs, and how it is reached. */
export interface PackPlace {
  processes: Processes;
  /** Where the pack sends its logs. */
  engineAddress: string;
  /** The Unix socket at which it is to serve. */
  socket: string;
}

/** The process of a policy pack. */
export class PackProcess {
  /** Where the pack serves, as gRPC writes it; settles when it does. */
  readonly address: Promise<string>;

  /** Rejects with the reason when the process ends before it was told to, or starts as the engine would not have it. */
  readonly failed: Promise<never>;

  private printed: string[] = [];
  private serving = false;

  /** @param onOutput Takes what the pack prints, once it serves. */
  constructor(
    private readonly source: PolicyPackSource,
    stack: StackSettings,
    place: PackPlace,
    private readonly onOutput: (line: string) => void,
  ) {
    let serves: (address: string) => void;
    let fails: (error: Error) => void;
    this.address = new Promise((resolve) => (serves = resolve));
    this.failed = new Promise((_resolve, reject) => (fails = reject));
    this.failed.catch(() => undefined);
    const { ended } = place.processes.start({
      directory: source.directory,
      nodeArgs: [],
      module: "@pulumi/pulumi/cmd/run-policy-pack",
      owner: `policy pack ${source.directory}`,
      // The language host hands `nodeargs` to a pack's host, not to Node.js.
      args: [...source.runtimeOptions.nodeArgs, place.engineAddress, source.directory],
      environment: { ...environmentOf(source, stack), [SOCKET_VARIABLE]: place.socket },
      onOutput: (line, stream) => {
        if (this.serving || stream === "stderr") {
          this.print(line);
        } else if (line === `unix:${place.socket}` || /^\d+$/.test(line)) {
          this.serving = true;
          this.printed.forEach(onOutput);
          // A number is the port of an SDK that knows nothing of the socket, as on the engine.
          serves(/^\d+$/.test(line) ? `127.0.0.1:${line}` : line);
        } else {
          fails(new Error(portProblem(line)));
        }
      },
    });
    ended.then(
      (exit) => {
        if (!place.processes.stopping) {
          fails(new Error(this.endProblem(exit)));
        }
      },
      (error: Error) => fails(error),
    );
  }

  /** Whether it has come to `new PolicyPack`, and answers. */
  get serves(): boolean {
    return this.serving;
  }

  /** What it printed, after a colon: why it did not start stands at the beginning, what it died of at the end. */
  said(where: "start" | "end"): string {
    const lines = withoutOwnFrames(this.printed.join("\n")).trimEnd().split("\n");
    const told = (where === "end" ? lines.slice(-TOLD_LINES) : lines.slice(0, TOLD_LINES)).join("\n");
    return told === "" ? "" : `:\n${told}`;
  }

  private print(line: string): void {
    this.printed.push(line);
    if (this.serving) {
      this.printed = this.printed.slice(-KEPT_LINES);
      this.onOutput(line);
    }
  }

  private endProblem({ code, signal }: Exit): string {
    const how = signal === null ? `exit code ${code}` : `signal ${signal}`;
    if (this.serving) {
      return `its process ended with ${how}${this.said("end")}`;
    }
    const lack = code === 0 ? " and never came to `new PolicyPack`, which serves its policies" : "";
    return `its process ended with ${how}${lack}${this.said("start")}`;
  }
}

function portProblem(line: string): string {
  return (
    `it printed ${JSON.stringify(line)} as it loaded, and the engine takes the first line of a pack's standard output ` +
    "for its port; print with console.error instead"
  );
}

function environmentOf(source: PolicyPackSource, stack: StackSettings): Record<string, string> {
  const options = source.runtimeOptions;
  return {
    ...(options.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
    ...(options.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
    PULUMI_NODEJS_ORGANIZATION: stack.organization,
    PULUMI_NODEJS_PROJECT: stack.project,
    PULUMI_NODEJS_STACK: stack.name,
    PULUMI_NODEJS_DRY_RUN: "true",
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(stack.config)),
  };
}

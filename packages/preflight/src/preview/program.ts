import { type Exit, type NodeProcess, type NodeProcessOptions } from "../process/node-process";
import { type Processes } from "../process/processes";
import { type Project, type StackSettings } from "../project/index";

/** How many resources the program may register at once, as the Pulumi CLI tells it on a machine with two cores. */
const PARALLEL = 32;

/** The exit code by which the SDK says that it has told the user already. */
const TOLD_THE_USER = 32;

/** The program of a stack, in a process of its own, run as Pulumi's Node.js language host runs it. */
export function startProgram(
  project: Project,
  stack: StackSettings,
  processes: Processes,
  address: string,
  told: Pick<NodeProcessOptions, "onOutput" | "onMessage">,
): NodeProcess {
  const { program, runtimeOptions } = project;
  return processes.start({
    directory: program.directory,
    nodeArgs: runtimeOptions.nodeArgs,
    module: "@pulumi/pulumi/cmd/run",
    owner: `project ${project.name}`,
    args: [
      ...["--monitor", address],
      ...["--engine", address],
      ...["--organization", stack.organization],
      ...["--project", stack.project],
      ...["--root-directory", project.root],
      ...["--stack", stack.name],
      ...["--pwd", program.directory],
      "--dry-run",
      ...["--parallel", String(PARALLEL)],
      program.entryPoint,
    ],
    environment: {
      PULUMI_CONFIG: JSON.stringify(legacyConfig(stack.config)),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify([...stack.secretKeys]),
      PULUMI_NODEJS_TRANSPILE_ONLY: "true",
      ...(runtimeOptions.typescript ? { PULUMI_NODEJS_TYPESCRIPT: "true" } : {}),
      ...(runtimeOptions.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: runtimeOptions.tsconfig }),
    },
    ...told,
  });
}

/** The configuration under the keys that the language host uses: `namespace:config:name`. */
function legacyConfig(config: Map<string, string>): Record<string, string> {
  return Object.fromEntries([...config].map(([key, value]) => [key.replace(":", ":config:"), value]));
}

/** What went wrong, in a sentence; empty where nothing did, or the program has said it itself. */
export function exitProblem({ code, signal }: Exit): string {
  if (signal !== null) {
    return `the program was ended by signal ${signal}`;
  }
  return code === 0 || code === TOLD_THE_USER ? "" : `the program exited with non-zero exit code ${code}`;
}

/** Whether the program ended as one that has failed. */
export function hasFailed({ code, signal }: Exit): boolean {
  return signal !== null || code !== 0;
}

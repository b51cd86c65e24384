import * as fs from "node:fs";

/** An output property in a class's declarations, and its type. */
const DECLARED = /^ +(?:public )?readonly (\w+)!?: pulumi\.Output<([\s\S]*?)>;$/gm;

/** An output property that is no input, in the body of a generated class. */
const OUTPUT_ONLY = /resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g;

/**
 * The output properties of a resource that its provider answers where the program is silent: those that its SDK declares
 * to have a value always. Without declarations, those that can't be set at all.
 */
export function computedOutputs(constructor: object): string[] {
  const file = definingFile(constructor)?.replace(/\.js$/, ".d.ts");
  if (file?.endsWith(".d.ts") === true && fs.existsSync(file)) {
    const declared = [...fs.readFileSync(file, "utf8").matchAll(DECLARED)];
    return declared.filter(([, , type]) => !/\|\s*undefined$/.test(type ?? "")).map(([, name]) => name ?? "");
  }
  const body = Function.prototype.toString.call(constructor);
  return [...new Set([...body.matchAll(OUTPUT_ONLY)].map(([, name]) => name ?? ""))];
}

/** The file of the class that is being constructed, which is on the stack. */
function definingFile(constructor: object): string | undefined {
  const traces = Error as { prepareStackTrace?: unknown; stackTraceLimit: number };
  const { prepareStackTrace, stackTraceLimit } = traces;
  traces.stackTraceLimit = 20;
  traces.prepareStackTrace = (_error: Error, sites: NodeJS.CallSite[]) => sites;
  try {
    const sites = new Error().stack as unknown as NodeJS.CallSite[];
    const name = (constructor as { name?: string }).name;
    return sites.find((site) => site.isConstructor() && site.getFunctionName() === name)?.getFileName() ?? undefined;
  } finally {
    traces.prepareStackTrace = prepareStackTrace;
    traces.stackTraceLimit = stackTraceLimit;
  }
}

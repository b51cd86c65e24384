import * as path from "node:path";
import { ConfigError } from "@groundwork/core";
import * as pulumi from "@pulumi/pulumi";
import { buildSync, type BuildFailure } from "esbuild";

/** How a function is bundled. */
export interface BundleOptions {
  /**
   * What esbuild compiles for: the function's runtime.
   *
   * @default "node22"
   */
  target?: string;
  /**
   * Packages that the runtime brings along.
   *
   * @default the AWS SDK for JavaScript, which Lambda's Node.js runtimes carry
   */
  external?: string[];
}

/** The runtime that bundles are compiled for, unless the caller says otherwise. */
export const DEFAULT_BUNDLE_TARGET = "node22";

/** The file in the archive: the function's `handler` is "index.handler". */
const BUNDLE_FILE = "index.js";

/**
 * The code of a Lambda function from a TypeScript or JavaScript file and all that it imports.
 *
 * The same sources give the same bytes on every machine, so a function is updated only when its sources change.
 *
 * @example
 * new aws.lambda.Function("app", {
 *   runtime: "nodejs22.x",
 *   handler: "index.handler",
 *   code: bundleFunction(path.join(__dirname, "app.ts")),
 *   role: role.arn,
 * });
 *
 * @param entry The file that exports `handler`.
 * @throws ConfigError if it does not compile, with file and line of each mistake.
 */
export function bundleFunction(entry: string, options: BundleOptions = {}): pulumi.asset.AssetArchive {
  const file = path.resolve(entry);
  const result = build(file, options);
  return new pulumi.asset.AssetArchive({ [BUNDLE_FILE]: new pulumi.asset.StringAsset(result) });
}

function build(file: string, options: BundleOptions): string {
  try {
    const { outputFiles } = buildSync({
      entryPoints: [path.basename(file)],
      // Paths in the bundle's comments are relative to this, so they do not name the machine.
      absWorkingDir: path.dirname(file),
      bundle: true,
      write: false,
      platform: "node",
      format: "cjs",
      target: options.target ?? DEFAULT_BUNDLE_TARGET,
      external: options.external ?? ["@aws-sdk/*"],
      minifySyntax: true,
      minifyWhitespace: true,
      legalComments: "none",
      logLevel: "silent",
    });
    return outputFiles.map((output) => output.text).join("");
  } catch (error) {
    throw new ConfigError(`bundleFunction "${file}"`, problems(error));
  }
}

function problems(error: unknown): string[] {
  const errors = (error as Partial<BuildFailure>).errors ?? [];
  if (errors.length === 0) {
    return [String(error)];
  }
  return errors.map(({ text, location }) =>
    location === null ? text : `${location.file}:${location.line}:${location.column}: ${text}`,
  );
}

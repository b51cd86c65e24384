import * as pulumi from "@pulumi/pulumi";
import { ConfigError } from "@groundwork/core";
import { blueGreenFields, imageFactoryFields, type WorkloadConfig, workloadFields } from "./config/shapes";
import { readConfig } from "./config/reader";
import { dev } from "./environments/dev";
import { prod } from "./environments/prod";
import { shared } from "./environments/shared";
import { staging } from "./environments/staging";
import { imageTarget } from "./parts/image-source";

/** What each stack is. */
const environments: Record<string, () => Record<string, pulumi.Input<unknown>>> = {
  shared: () => shared(readConfig(imageFactoryFields)),
  dev: () => workload("dev", dev, readConfig(workloadFields)),
  staging: () => workload("staging", staging, readConfig(blueGreenFields)),
  prod: () => workload("prod", prod, readConfig(workloadFields)),
};

/** An environment; as long as it has no AMI to launch, only what it needs to be given its first. */
function workload<C extends WorkloadConfig>(
  name: string,
  environment: (config: C) => Record<string, pulumi.Input<unknown>>,
  config: C,
): Record<string, pulumi.Input<unknown>> {
  return config.imageSource?.awaitsFirstAmi === true
    ? { crossAccountRoleArn: imageTarget(name, config)?.roleArn }
    : environment(config);
}

/** The program: creates the environment that the stack is named after, and returns its outputs. */
// eslint-disable-next-line @typescript-eslint/require-await -- a rejection is reported like any other error of a program
async function program(): Promise<Record<string, pulumi.Input<unknown>>> {
  const stack = pulumi.getStack();
  const environment = environments[stack];
  if (environment === undefined) {
    const known = Object.keys(environments).join(", ");
    throw new ConfigError(`Stack "${stack}"`, [
      `there is no environment of this name; select one of ${known}, or add stacks/environments/${stack}.ts.`,
    ]);
  }
  return environment();
}

export = program;

import * as iam from "@pulumi/aws/iam";
import { type Context, policyDocument } from "@groundwork/core";
import { type BuildRole } from "../build/build-role";
import { type BuildTests } from "../build/tests-args";
import { type BuildComponent } from "../components/component-args";
import { ComponentAction, type DocumentStep, StepFailure } from "../components/document-args";
import { Platform, type SystemArgs, systemOf } from "../recipe/operating-system";
import { DEFAULT_IMAGE_TESTS, ImageTest } from "./image-tests-args";
import { LINUX_TESTS } from "./linux-tests";
import { WINDOWS_TESTS } from "./windows-tests";

/** What the component of the ready-made tests is called. */
export const IMAGE_TESTS = "image-tests";

/** How long one of the tests may take, in seconds: looking for updates takes the longest. */
const TIMEOUT_SECONDS = 1800;

/** What steps are called, in the order in which they run. */
const STEPS: { [test in ImageTest]: string } = {
  [ImageTest.Boots]: "SystemHasStarted",
  [ImageTest.NoSecurityUpdates]: "NoSecurityUpdateIsPending",
  [ImageTest.MetadataTokens]: "MetadataServiceRequiresTokens",
  [ImageTest.Encrypted]: "VolumesAreEncrypted",
  [ImageTest.PortsClosed]: "PortsAreClosed",
  [ImageTest.ServicesHealthy]: "ServiceIsHealthy",
};

/** The ready-made tests of an AMI, in the order in which they run. */
export function imageTestsOf({ skip, run = DEFAULT_IMAGE_TESTS }: BuildTests = {}): ImageTest[] {
  return skip === true ? [] : Object.values(ImageTest).filter((test) => run.includes(test));
}

/** The component that runs them: one for all, since a recipe takes twenty. None where there are no tests. */
export function imageTestComponents(system: SystemArgs, tests: BuildTests | undefined): BuildComponent[] {
  const { openPorts = [], services = [] } = tests ?? {};
  const { platform } = systemOf(system);
  const scripts = platform === Platform.Windows ? WINDOWS_TESTS : LINUX_TESTS;
  const steps = imageTestsOf(tests).flatMap((test): DocumentStep[] => {
    switch (test) {
      case ImageTest.PortsClosed:
        return [stepOf(platform, STEPS[test], scripts[test](openPorts))];
      case ImageTest.ServicesHealthy:
        return services.map((service) => stepOf(platform, `${STEPS[test]}-${service.name}`, scripts[test](service)));
      default:
        return [stepOf(platform, STEPS[test], scripts[test]())];
    }
  });
  const document = { description: "Tests that hold for many AMIs", test: steps };
  return steps.length === 0 ? [] : [{ name: IMAGE_TESTS, document }];
}

function stepOf(platform: Platform, name: string, script: string): DocumentStep {
  const action = platform === Platform.Windows ? ComponentAction.ExecutePowerShell : ComponentAction.ExecuteBash;
  // All of them run, so that a build tells everything that is wrong.
  const { Continue: onFailure } = StepFailure;
  return { name, action, timeoutSeconds: TIMEOUT_SECONDS, onFailure, inputs: { commands: [script] } };
}

/** Adds to the role of the instances what the tests need: EC2 knows of no AMI's encryption on the instance itself. */
export function allowTests({ name, parent }: Context, role: BuildRole, tests: BuildTests | undefined): BuildRole {
  if (!imageTestsOf(tests).includes(ImageTest.Encrypted)) {
    return role;
  }
  const policy = new iam.RolePolicy(
    `${name}-build-tests-policy`,
    {
      role: role.role.id,
      // EC2 takes no narrower resource for it.
      policy: policyDocument({ Effect: "Allow", Action: "ec2:DescribeImages", Resource: "*" }),
    },
    { parent },
  );
  return { ...role, policies: [...role.policies, policy] };
}

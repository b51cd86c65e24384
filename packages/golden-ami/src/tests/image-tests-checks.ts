import { type Checks } from "@groundwork/core";
import { type BuildTests } from "../build/tests-args";
import { OperatingSystem } from "../recipe/operating-system";
import { type RecipeArgs } from "../recipe/recipe-args";
import { IMAGE_TESTS, imageTestsOf } from "./image-tests";
import { ImageTest } from "./image-tests-args";

/** The operating systems whose AMIs have no AWS CLI. */
const WITHOUT_CLI = [OperatingSystem.Ubuntu2404, OperatingSystem.RedHatEnterpriseLinux9];

/** The component that installs it. */
const CLI = "aws-cli-version-2-linux";

const SERVICE_NAME = /^[\w@.-]+$/;
const LOCAL_URL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/[\w./?=&%-]*)?$/;

/** Records what is wrong with the ready-made tests. */
export function checkImageTests(checks: Checks, args: RecipeArgs, tests: BuildTests = {}): void {
  const { run, openPorts, services, skip } = tests;
  for (const [index, test] of (run ?? []).entries()) {
    checks.oneOf(`tests.run[${index}]`, test, Object.values(ImageTest));
  }
  checks.different("tests.run", run, "different tests", "name each once");
  if (skip === true) {
    checks.leftOut("tests.run", run, "with skip", "remove one of the two");
  }
  const wanted = imageTestsOf(tests);
  checkNeeded(checks, "openPorts", openPorts, wanted.includes(ImageTest.PortsClosed), "ImageTest.PortsClosed");
  checkNeeded(checks, "services", services, wanted.includes(ImageTest.ServicesHealthy), "ImageTest.ServicesHealthy");
  (openPorts ?? []).forEach((port, index) => checks.range(`tests.openPorts[${index}]`, port, 1, 65_535));
  checks.count("tests.services", services, 1, Infinity, "one or more services", "name one");
  checks.different(
    "tests.services",
    services?.map(({ name }) => name),
    "different services",
    "name each once",
  );
  for (const [index, { name, url }] of (services ?? []).entries()) {
    const at = `tests.services[${index}]`;
    checks.matches(`${at}.name`, name, SERVICE_NAME, "a service's name", "write it like nginx");
    checks.matches(`${at}.url`, url, LOCAL_URL, "a URL of localhost", "write it like http://localhost:8080/health");
  }
  const names = (args.components ?? []).map(({ name }) => name);
  checks.that(
    wanted.length === 0 || !names.includes(IMAGE_TESTS),
    "components",
    IMAGE_TESTS,
    "called otherwise, since the ready-made tests are called so",
    "rename it",
  );
  checks.that(
    !wanted.includes(ImageTest.Encrypted) ||
      !WITHOUT_CLI.some((system) => system === args.operatingSystem) ||
      (args.components ?? []).some(({ managed }) => managed === CLI),
    "tests.run",
    ImageTest.Encrypted,
    `beside the component ${CLI}, since the AMI has no AWS CLI`,
    `add { managed: "${CLI}" } to components`,
  );
}

function checkNeeded(checks: Checks, field: string, value: unknown, isNeeded: boolean, test: string): void {
  const allowed = isNeeded ? `given for ${test}` : `left out without ${test}`;
  const fix = isNeeded ? "say what it looks at" : `add it to tests.run, or remove ${field}`;
  checks.that((value !== undefined) === isNeeded, `tests.${field}`, value, allowed, fix);
}

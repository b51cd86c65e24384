import type * as pulumi from "@pulumi/pulumi";
import { type ImageTest, type TestedService } from "../tests/image-tests-args";

/** The longest time that the tests of an AMI may take, in minutes. */
export const DEFAULT_TEST_TIMEOUT_MINUTES = 60;

/** How an AMI is tested before it is distributed. */
export interface BuildTests {
  /**
   * The ready-made tests, beside the test phases of the components. Plain, because a component is made of them.
   *
   * @default - `ImageTest.Boots`, `NoSecurityUpdates` and `MetadataTokens`
   */
  run?: ImageTest[];

  /**
   * The TCP ports that may be open, such as 22; with `ImageTest.PortsClosed`.
   *
   * @default - none, without that test
   */
  openPorts?: number[];

  /**
   * The services that must run; with `ImageTest.ServicesHealthy`.
   *
   * @default - none, without that test
   */
  services?: TestedService[];

  /**
   * The longest time that the tests may take, in minutes, from 60 to 1440.
   *
   * @default 60
   * @see https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_ImageTestsConfiguration.html
   */
  timeoutMinutes?: pulumi.Input<number>;

  /**
   * Whether Amazon Inspector looks for known vulnerabilities on the test instance. Its EC2 scanning must be active in the
   * account and the Region, or there are no findings.
   *
   * @default true
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-vulnerability-mgmt.html
   */
  scan?: boolean;

  /**
   * Distributes AMIs that nobody has tested: no test instance is launched. `scan` must be false beside it.
   *
   * @default false
   */
  skip?: boolean;
}

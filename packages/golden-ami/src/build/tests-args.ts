import type * as pulumi from "@pulumi/pulumi";

/** The longest time that the tests of an AMI may take, in minutes. */
export const DEFAULT_TEST_TIMEOUT_MINUTES = 60;

/** How an AMI is tested before it is distributed. */
export interface BuildTests {
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

/** The ready-made tests: they run on an instance of the AMI, before it goes anywhere. */
export enum ImageTest {
  /** The system has started, and no unit or automatic service has failed. */
  Boots = "boots",
  /**
   * No security update is pending of those that `updateOperatingSystem` installs: for Amazon Linux, of the release that the AMI
   * has; for Ubuntu, without those that need new packages.
   */
  NoSecurityUpdates = "no-security-updates",
  /**
   * The metadata service answers with a token, and refuses without one. It is the test instance's, so this shows that the
   * AMI works so; what is launched later decides for itself.
   */
  MetadataTokens = "metadata-tokens",
  /**
   * Every volume of the AMI is encrypted, as EC2 says, for which the instances' role may describe AMIs. On Ubuntu and Red Hat
   * it needs the component `aws-cli-version-2-linux`.
   */
  Encrypted = "encrypted",
  /** No TCP port but `openPorts` is listened at from outside; on Windows, below 49152, where its own dynamic ports begin. */
  PortsClosed = "ports-closed",
  /** Each of `services` runs, and answers where it has a URL. */
  ServicesHealthy = "services-healthy",
}

/** The tests, unless told otherwise: those that hold for any AMI. */
export const DEFAULT_IMAGE_TESTS = [ImageTest.Boots, ImageTest.NoSecurityUpdates, ImageTest.MetadataTokens];

/** A service that has to run on an instance of the AMI. */
export interface TestedService {
  /** The name of its unit or, on Windows, of the service, such as `nginx`. */
  name: string;

  /**
   * Where it answers a GET with success, on the instance itself, such as `https://localhost:8443/health`; whose certificate it
   * shows is not looked at.
   *
   * @default - it is not asked
   */
  url?: string;
}

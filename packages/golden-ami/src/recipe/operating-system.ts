/** The operating systems that a golden AMI may have. */
export enum OperatingSystem {
  AmazonLinux2023 = "amazon-linux-2023",
  Ubuntu2404 = "ubuntu-24.04",
  RedHatEnterpriseLinux9 = "rhel-9",
  WindowsServer2022 = "windows-server-2022",
  WindowsServer2025 = "windows-server-2025",
}

/** The processors that a golden AMI may be for. */
export enum Architecture {
  X86 = "x86_64",
  Arm = "arm64",
}

/** The operating system, unless told otherwise. */
export const DEFAULT_OPERATING_SYSTEM = OperatingSystem.AmazonLinux2023;

/** The processor, unless told otherwise. */
export const DEFAULT_ARCHITECTURE = Architecture.X86;

/** The instance types that AMIs are built and tested on, unless told otherwise. */
export const DEFAULT_INSTANCE_TYPES = { [Architecture.X86]: "m7i.large", [Architecture.Arm]: "m7g.large" };

/** What Image Builder calls the kind of an operating system. */
export enum Platform {
  Linux = "Linux",
  Windows = "Windows",
}

/** What is known of an operating system. */
export interface OperatingSystemFacts {
  /** What messages call it. */
  name: string;
  platform: Platform;
  /** The root device's name in every AMI of it: another name would leave the root volume as the parent's. */
  rootDeviceName: string;
  /** The size of the root volume of its publisher's AMI, in GiB. */
  rootVolumeSizeGiB: number;
  /** Whether its updates come over plain HTTP, signed, from where it expects them. */
  updatesOverHttp: boolean;
  /**
   * The images that AWS manages in Image Builder, by architecture. With a wildcard as version, a schedule sees a new one.
   *
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-image-recipes.html
   */
  managedImages: { [architecture in Architecture]?: string };
}

/**
 * What is known of each operating system. Red Hat publishes no public parameter, and the image that AWS manages is not of
 * version 9 everywhere.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html
 */
const OPERATING_SYSTEMS: { [operatingSystem in OperatingSystem]: OperatingSystemFacts } = {
  [OperatingSystem.AmazonLinux2023]: {
    name: "Amazon Linux 2023",
    platform: Platform.Linux,
    rootDeviceName: "/dev/xvda",
    rootVolumeSizeGiB: 8,
    updatesOverHttp: false,
    managedImages: {
      [Architecture.X86]: "amazon-linux-2023-x86",
      [Architecture.Arm]: "amazon-linux-2023-arm64",
    },
  },
  [OperatingSystem.Ubuntu2404]: {
    name: "Ubuntu 24.04",
    platform: Platform.Linux,
    rootDeviceName: "/dev/sda1",
    rootVolumeSizeGiB: 8,
    updatesOverHttp: true,
    managedImages: {
      [Architecture.X86]: "ubuntu-server-24-lts-x86",
      [Architecture.Arm]: "ubuntu-server-24-lts-arm64",
    },
  },
  [OperatingSystem.RedHatEnterpriseLinux9]: {
    name: "Red Hat Enterprise Linux 9",
    platform: Platform.Linux,
    rootDeviceName: "/dev/sda1",
    rootVolumeSizeGiB: 10,
    updatesOverHttp: false,
    managedImages: {},
  },
  [OperatingSystem.WindowsServer2022]: windows("Windows Server 2022", "windows-server-2022-english-full-base-x86"),
  [OperatingSystem.WindowsServer2025]: windows("Windows Server 2025", "windows-server-2025-english-full-base-x86"),
};

function windows(name: string, managedImage: string): OperatingSystemFacts {
  return {
    name,
    platform: Platform.Windows,
    rootDeviceName: "/dev/sda1",
    rootVolumeSizeGiB: 30,
    updatesOverHttp: true,
    managedImages: { [Architecture.X86]: managedImage },
  };
}

/** The part of the arguments that says what the AMI runs, and on what. */
export interface SystemArgs {
  operatingSystem?: OperatingSystem;
  architecture?: Architecture;
}

/** What is known of the operating system that is asked for. */
export function systemOf({ operatingSystem = DEFAULT_OPERATING_SYSTEM }: SystemArgs): OperatingSystemFacts {
  return OPERATING_SYSTEMS[operatingSystem];
}

/** The image of an operating system that AWS manages; `undefined` where there is none in every Region. */
export function managedImageOf(args: SystemArgs): string | undefined {
  return systemOf(args).managedImages[args.architecture ?? DEFAULT_ARCHITECTURE];
}

/** The instance type to build and test on where none is given. */
export function defaultInstanceType(architecture = DEFAULT_ARCHITECTURE): string {
  return DEFAULT_INSTANCE_TYPES[architecture];
}

import * as assert from "node:assert/strict";
import {
  Architecture,
  type BuildComponent,
  type GoldenAmiPipelineArgs,
  Hardening,
  ImageTest,
  OperatingSystem,
} from "@groundwork/golden-ami";
import { inputsOf, named, type Recorded } from "@groundwork/core/testing";
import { ARGS, digestIn, pipelineWith, refusedWith } from "../args";

const managed = (name: string) => ({ componentArn: `arn:aws:imagebuilder:eu-west-1:aws:component/${name}/x.x.x` });

/** What it makes itself: a component, and the ready-made tests. */
const OWN = ["hardening", "image-tests"].map((name) => ({ componentArn: `arn:of:web-ami-component-${name}` }));

describe("recipe", () => {
  let resources: Recorded[];

  before(async () => {
    resources = await pipelineWith({});
  });

  it("builds on the newest Amazon Linux 2023, and encrypts the root volume, which no distribution does", () => {
    assert.deepEqual(inputsOf(resources, "web-ami-recipe"), {
      name: "web",
      version: "1.0.3",
      description: "What the AMI web is made of",
      parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x",
      components: [managed("update-linux"), ...OWN],
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            encrypted: "true",
            kmsKeyId: "arn:of:key",
            volumeType: "gp3",
            volumeSize: 8,
            deleteOnTermination: "true",
          },
        },
      ],
      systemsManagerAgent: { uninstallAfterBuild: false },
      tags: { Name: "web-ami" },
    });
  });

  it("gives components and the recipe the names of their families", () => {
    assert.deepEqual(inputsOf(resources, "web-ami-component-hardening"), {
      name: "web-hardening",
      platform: "Linux",
      version: "1.0.3",
      data: "phases: []",
      kmsKeyId: "arn:of:key",
      description: "The step hardening of the AMI web",
      tags: { Name: "web-ami-hardening" },
    });
  });

  it("counts their versions in parameters, whose value is the content's digest", () => {
    const description =
      "Counts versions: Image Builder's follows this parameter's, whose value is the content's SHA-256";
    const recipe = named(resources, "web-ami-recipe-version-parameter");
    const component = named(resources, "web-ami-component-hardening-version-parameter");
    assert.deepEqual(
      [recipe, component].map(({ inputs: { value: _value, ...inputs } }) => inputs),
      [
        { name: "/golden-ami/web/versions/recipe", type: "String", description, tags: { Name: "web-ami-recipe" } },
        {
          name: "/golden-ami/web/versions/components/hardening",
          type: "String",
          description,
          tags: { Name: "web-ami-component-hardening" },
        },
      ],
    );
    // Any other digest would build every AMI of every user again.
    assert.deepEqual([recipe, component].map(digestIn), [
      "0cd598704b224a921e95d3f1198ec1142c12de8612b1434c297cc132dac906a1",
      "28bd1b10563995c707baabe6e0ff885ef737774075d8e110cec23fddf47077c1",
    ]);
  });

  it("makes the next version before the last one goes, which the pipeline and the recipe still refer to", () => {
    for (const name of ["web-ami-recipe", "web-ami-component-hardening"]) {
      assert.equal(named(resources, name).deleteBeforeReplace, false);
    }
  });

  it("makes a new version of the recipe for each change of what is in it, and for nothing else", async () => {
    const digest = (of: Recorded[]) => digestIn(named(of, "web-ami-recipe-version-parameter"));
    const variant = async (change: Partial<GoldenAmiPipelineArgs>) => digest(await pipelineWith(change));
    const without = { schedule: { expression: "rate(1 day)" }, tags: { Team: "core" } };
    assert.equal(await variant(without), digest(resources));
    const [component] = ARGS.components as [BuildComponent];
    const changes: Partial<GoldenAmiPipelineArgs>[] = [
      { parent: { amiId: "ami-0a1b2c3d" } },
      { architecture: Architecture.Arm },
      { rootVolumeSizeGiB: 9 },
      { rootVolumeIops: 6000 },
      { rootVolumeThroughputMiBps: 250 },
      { volumes: [{ deviceName: "/dev/sdf", sizeGiB: 10 }] },
      { userData: "#!/bin/sh" },
      { workingDirectory: "/opt" },
      { keyArn: "arn:of:another-key" },
      { updateOperatingSystem: false },
      { cloudWatchAgent: true },
      { hardening: Hardening.StigLow },
      { uninstallSystemsManagerAgent: true },
      { tests: { run: [ImageTest.Boots] } },
      { tests: { run: [] } },
      { components: [] },
      { components: [{ ...component, yaml: "phases: [{}]" }] },
      { components: [{ ...component, parameters: { Role: "web" } }] },
      { components: [component, { managed: "aws-cli-version-2-linux" }] },
      { components: [{ managed: "aws-cli-version-2-linux" }, component] },
    ];
    const digests = new Set([digest(resources)]);
    for (const change of changes) {
      digests.add(await variant(change));
    }
    assert.equal(digests.size, changes.length + 1);
  });

  it("updates first, hardens what the components have made, and tests last", async () => {
    const args = { cloudWatchAgent: true, hardening: Hardening.StigMedium };
    assert.deepEqual(inputsOf(await pipelineWith(args), "web-ami-recipe")["components"], [
      managed("update-linux"),
      managed("amazon-cloudwatch-agent-linux"),
      OWN[0],
      { ...managed("stig-build-linux"), parameters: [{ name: "Level", value: "Medium" }] },
      OWN[1],
    ]);
    const bare = await pipelineWith({ updateOperatingSystem: false });
    assert.deepEqual(inputsOf(bare, "web-ami-recipe")["components"], OWN);
  });

  it("takes the Systems Manager agent out only when told to, and says so either way, because AWS keeps it", async () => {
    const recipe = inputsOf(await pipelineWith({ uninstallSystemsManagerAgent: true }), "web-ami-recipe");
    assert.deepEqual(recipe["systemsManagerAgent"], { uninstallAfterBuild: true });
  });

  it("has volumes as fast as asked for, further ones encrypted like the root's, user data and a directory", async () => {
    const recipe = inputsOf(
      await pipelineWith({
        rootVolumeIops: 6000,
        rootVolumeThroughputMiBps: 250,
        volumes: [{ deviceName: "/dev/sdf", sizeGiB: 100, iops: 4000, throughputMiBps: 500, snapshotId: "snap-1" }],
        userData: "#!/bin/sh",
        workingDirectory: "/opt",
      }),
      "web-ami-recipe",
    );
    const ebs = { encrypted: "true", kmsKeyId: "arn:of:key", volumeType: "gp3", deleteOnTermination: "true" };
    assert.deepEqual(recipe["blockDeviceMappings"], [
      { deviceName: "/dev/xvda", ebs: { ...ebs, volumeSize: 8, iops: 6000, throughput: 250 } },
      {
        deviceName: "/dev/sdf",
        ebs: { ...ebs, volumeSize: 100, iops: 4000, throughput: 500, snapshotId: "snap-1" },
      },
    ]);
    assert.equal(recipe["userDataBase64"], "IyEvYmluL3No");
    assert.equal(recipe["workingDirectory"], "/opt");
  });

  it("knows each operating system's parent, root device, size, platform and the way of its updates", async () => {
    const facts = async (change: Partial<GoldenAmiPipelineArgs>) => {
      const all = await pipelineWith(change);
      const recipe = inputsOf(all, "web-ami-recipe") as unknown as {
        parentImage: string;
        blockDeviceMappings: [{ deviceName: string; ebs: { volumeSize: number } }];
        components: { componentArn: string }[];
      };
      return [
        recipe.parentImage.split("/")[1],
        recipe.blockDeviceMappings[0].deviceName,
        recipe.blockDeviceMappings[0].ebs.volumeSize,
        inputsOf(all, "web-ami-component-hardening")["platform"],
        recipe.components[0]!.componentArn.split("/")[1],
        all.filter(({ name }) => name.startsWith("web-ami-build-egress")).length,
        inputsOf(all, "web-ami-infrastructure-configuration")["instanceTypes"],
      ];
    };
    const { AmazonLinux2023, Ubuntu2404, RedHatEnterpriseLinux9, WindowsServer2022, WindowsServer2025 } =
      OperatingSystem;
    const arm = Architecture.Arm;
    assert.deepEqual(await facts({ operatingSystem: AmazonLinux2023, architecture: arm }), [
      ...["amazon-linux-2023-arm64", "/dev/xvda", 8, "Linux", "update-linux", 1],
      ["m7g.large"],
    ]);
    assert.deepEqual(await facts({ operatingSystem: Ubuntu2404 }), [
      ...["ubuntu-server-24-lts-x86", "/dev/sda1", 8, "Linux", "update-linux", 2],
      ["m7i.large"],
    ]);
    assert.deepEqual(await facts({ operatingSystem: Ubuntu2404, architecture: arm }), [
      ...["ubuntu-server-24-lts-arm64", "/dev/sda1", 8, "Linux", "update-linux", 2],
      ["m7g.large"],
    ]);
    const parent = { managedImageName: "red-hat" };
    assert.deepEqual(await facts({ operatingSystem: RedHatEnterpriseLinux9, parent }), [
      ...["red-hat", "/dev/sda1", 10, "Linux", "update-linux", 1],
      ["m7i.large"],
    ]);
    for (const [operatingSystem, year] of [
      [WindowsServer2022, 2022],
      [WindowsServer2025, 2025],
    ] as const) {
      assert.deepEqual(await facts({ operatingSystem }), [
        ...[`windows-server-${year}-english-full-base-x86`, "/dev/sda1", 30, "Windows", "update-windows", 2],
        ["m7i.large"],
      ]);
    }
  });

  it("refuses every wrong argument at once and before anything is registered", async () => {
    const args = {
      amiName: "w",
      operatingSystem: "debian" as OperatingSystem,
      architecture: "riscv" as Architecture,
      hardening: "Paranoid" as Hardening,
      rootVolumeSizeGiB: 16_001,
      rootVolumeIops: 100,
      rootVolumeThroughputMiBps: 2001,
      volumes: [
        { deviceName: "/dev/xvda", sizeGiB: 1 },
        { deviceName: "/dev/sdf", sizeGiB: 0 },
        { deviceName: "/dev/sdf", sizeGiB: 1, iops: 80_001, throughputMiBps: 1 },
      ],
      userData: "",
      workingDirectory: "tmp",
    };
    assert.deepEqual(await refusedWith(args), [
      'amiName is "w"',
      'operatingSystem is "debian"',
      'architecture is "riscv"',
      'hardening is "Paranoid"',
      "rootVolumeSizeGiB is 16001",
      "rootVolumeIops is 100",
      "rootVolumeThroughputMiBps is 2001",
      'volumes is ["/dev/xvda","/dev/sdf","/dev/sdf"]',
      'volumes[0].deviceName is "/dev/xvda"',
      "volumes[1].sizeGiB is 0",
      "volumes[2].iops is 80001",
      "volumes[2].throughputMiBps is 1",
      'userData is ""',
      'workingDirectory is "tmp"',
    ]);
  });

  it("refuses a recipe of no component and one of more than AWS takes, with those that are ready-made", async () => {
    const many = Array.from({ length: 19 }, (_, index) => ({ name: `step-${index}`, yaml: "phases: []" }));
    const none = { components: [], updateOperatingSystem: false, tests: { run: [] } };
    assert.deepEqual(await refusedWith(none), ['components is "0 components"']);
    const tooMany = { components: many, tests: {} };
    assert.deepEqual(await refusedWith(tooMany), ['components is "21 components"']);
    await pipelineWith({ components: many, tests: { run: [] } });
  });
});

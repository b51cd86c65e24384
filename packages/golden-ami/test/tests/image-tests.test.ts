import * as assert from "node:assert/strict";
import { parse } from "yaml";
import { type BuildTests, GoldenAmiPipeline, ImageTest, OperatingSystem } from "@groundwork/golden-ami";
import { inputsOf, named, names, record, waitsFor } from "@groundwork/core/testing";
import { ARGS, pipelineWith, refusedWith } from "../args";

const TESTS = "web-ami-component-image-tests";
const EVERY: BuildTests = {
  run: Object.values(ImageTest),
  openPorts: [22, 8443],
  services: [{ name: "nginx", url: "https://localhost:8443/health" }, { name: "sshd" }],
};

interface Step {
  name: string;
  action: string;
  onFailure: string;
  inputs: { commands: [string] };
}

/** The steps of the ready-made tests. */
const steps = async (tests: BuildTests, operatingSystem = OperatingSystem.AmazonLinux2023): Promise<Step[]> => {
  const { data } = inputsOf(await pipelineWith({ tests, operatingSystem }), TESTS) as { data: string };
  const { phases } = parse(data) as { phases: { name: string; steps: Step[] }[] };
  assert.deepEqual(
    phases.map(({ name }) => name),
    ["test"],
  );
  return phases[0]!.steps;
};

describe("the ready-made tests", () => {
  it("are on, those that hold for any AMI, and each runs whatever became of the one before", async () => {
    const found = await steps({});
    assert.deepEqual(
      found.map(({ name, action, onFailure }) => [name, action, onFailure]),
      [
        ["SystemHasStarted", "ExecuteBash", "Continue"],
        ["NoSecurityUpdateIsPending", "ExecuteBash", "Continue"],
        ["MetadataServiceRequiresTokens", "ExecuteBash", "Continue"],
      ],
    );
  });

  it("run in one order, whatever order they are named in, a step for each service", async () => {
    const run = [...(EVERY.run ?? [])].reverse();
    for (const operatingSystem of [OperatingSystem.AmazonLinux2023, OperatingSystem.WindowsServer2025]) {
      assert.deepEqual(
        (await steps({ ...EVERY, run }, operatingSystem)).map(({ name }) => name),
        [
          "SystemHasStarted",
          "NoSecurityUpdateIsPending",
          "MetadataServiceRequiresTokens",
          "VolumesAreEncrypted",
          "PortsAreClosed",
          "ServiceIsHealthy-nginx",
          "ServiceIsHealthy-sshd",
        ],
      );
    }
  });

  it("are PowerShell's on Windows, with the same ports and services", async () => {
    const found = await steps(EVERY, OperatingSystem.WindowsServer2022);
    assert.ok(found.every(({ action }) => action === "ExecutePowerShell"));
    const texts = found.map(({ inputs }) => inputs.commands[0]);
    assert.match(texts[4]!, /\$allowed = @\(22, 8443\)/);
    assert.match(texts[5]!, /Get-Service -Name 'nginx'[^]*curl\.exe .*'https:\/\/localhost:8443\/health'\nexit/);
    assert.doesNotMatch(texts[6]!, /curl/);
    assert.ok(texts.every((text) => text.startsWith("$ErrorActionPreference = 'Stop'\n")));
  });

  it("may describe AMIs where one of them does, and nothing else, before anything is built", async () => {
    const resources = await record(() => new GoldenAmiPipeline("web-ami", { ...ARGS, tests: EVERY }));
    const policy = named(resources, "web-ami-build-tests-policy");
    assert.equal(policy.inputs["role"], "web-ami-build-role-id");
    assert.deepEqual(JSON.parse(policy.inputs["policy"] as string), {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "ec2:DescribeImages", Resource: "*" }],
    });
    assert.ok(waitsFor(named(resources, "web-ami-infrastructure-configuration")).includes(policy.name));
    assert.ok(!names(await pipelineWith({}), policy.type).includes(policy.name));
  });

  it("are not there where nobody wants any, or nothing is tested", async () => {
    for (const tests of [{ run: [] }, { skip: true, scan: false }]) {
      const components = names(await pipelineWith({ tests }), "aws:imagebuilder/component:Component");
      assert.deepEqual(components, ["web-ami-component-hardening"]);
    }
  });

  it("refuse what they cannot look at, and what nobody looks at", async () => {
    const { PortsClosed, ServicesHealthy, Boots } = ImageTest;
    assert.deepEqual(await refusedWith({ tests: { run: [PortsClosed, ServicesHealthy] } }), [
      "tests.openPorts is missing",
      "tests.services is missing",
    ]);
    assert.deepEqual(await refusedWith({ tests: { openPorts: [22], services: [] } }), [
      "tests.openPorts is [22]",
      "tests.services is []",
      "tests.services is []",
    ]);
    assert.deepEqual(await refusedWith({ tests: { run: [Boots, Boots, "pings" as ImageTest] } }), [
      'tests.run[2] is "pings"',
      'tests.run is ["boots","boots","pings"]',
    ]);
    assert.deepEqual(await refusedWith({ tests: { run: [Boots], skip: true, scan: false } }), [
      'tests.run is ["boots"]',
    ]);
    const services = [
      { name: "a b", url: "http://example.com" },
      { name: "nginx" },
      { name: "nginx", url: "http://localhost/'; rm" },
    ];
    assert.deepEqual(await refusedWith({ tests: { run: [PortsClosed, ServicesHealthy], openPorts: [0], services } }), [
      "tests.openPorts[0] is 0",
      'tests.services is ["a b","nginx","nginx"]',
      'tests.services[0].name is "a b"',
      'tests.services[0].url is "http://example.com"',
      'tests.services[2].url is "http://localhost/\'; rm"',
    ]);
  });

  it("refuse a component of their name", async () => {
    const components = [{ name: "image-tests", yaml: "phases: []" }];
    assert.deepEqual(await refusedWith({ components }), ['components is "image-tests"']);
    await pipelineWith({ components, tests: { run: [] } });
  });

  it("refuse to look for encryption where no AWS CLI is, unless it is installed", async () => {
    const tests = { run: [ImageTest.Encrypted] };
    const operatingSystem = OperatingSystem.Ubuntu2404;
    assert.deepEqual(await refusedWith({ tests, operatingSystem }), ['tests.run is "encrypted"']);
    await pipelineWith({ tests, operatingSystem, components: [{ managed: "aws-cli-version-2-linux" }] });
  });
});

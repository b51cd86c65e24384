import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { type BuildComponent, ComponentAction, OperatingSystem } from "@groundwork/golden-ami";
import { inputsOf, named } from "@groundwork/core/testing";
import { digestIn, pipelineWith, refusedWith } from "../args";

const HARDENING = "web-ami-component-hardening";

/** What a recipe has beside the updates and the ready-made tests. */
const inRecipe = async (...components: BuildComponent[]) =>
  (inputsOf(await pipelineWith({ components }), "web-ami-recipe")["components"] as object[]).slice(1, -1);

describe("component", () => {
  it("is one that AWS manages, by its name, at its newest version or another", async () => {
    assert.deepEqual(
      await inRecipe(
        { managed: "aws-cli-version-2-linux" },
        { managed: "amazon-corretto-21-jdk", version: "1.0.x", parameters: { Home: pulumi.output("/opt") } },
      ),
      [
        { componentArn: "arn:aws:imagebuilder:eu-west-1:aws:component/aws-cli-version-2-linux/x.x.x" },
        {
          componentArn: "arn:aws:imagebuilder:eu-west-1:aws:component/amazon-corretto-21-jdk/1.0.x",
          parameters: [{ name: "Home", value: "/opt" }],
        },
      ],
    );
  });

  it("is one that somebody else owns", async () => {
    const arn = "arn:aws:imagebuilder:eu-west-1:444455556666:component/agent/1.0.0/1";
    assert.deepEqual(await inRecipe({ arn }, { arn: pulumi.output("any") }), [
      { componentArn: arn },
      { componentArn: "any" },
    ]);
  });

  it("is a document in S3, whose version rises with what the caller says of it", async () => {
    const uri = "s3://bucket/hardening.yaml";
    const made = (contentVersion: string) => pipelineWith({ components: [{ name: "hardening", uri, contentVersion }] });
    const [first, second] = [await made("1"), await made("2")];
    assert.deepEqual(inputsOf(first, HARDENING), {
      name: "web-hardening",
      description: "The step hardening of the AMI web",
      platform: "Linux",
      uri,
      kmsKeyId: "arn:of:key",
      version: "1.0.3",
      tags: { Name: "web-ami-hardening" },
    });
    assert.deepEqual(inputsOf(second, HARDENING), inputsOf(first, HARDENING));
    const digests = [first, second].map((all) => digestIn(named(all, `${HARDENING}-version-parameter`)));
    assert.notEqual(digests[0], digests[1]);
  });

  it("is a document, written as YAML, with values for its parameters", async () => {
    const document = {
      parameters: { Role: {} },
      build: [{ name: "Say", action: ComponentAction.ExecuteBash, inputs: { commands: ["echo '{{ Role }}'"] } }],
    };
    const all = await pipelineWith({ components: [{ name: "hardening", document, parameters: { Role: "web" } }] });
    assert.deepEqual(
      inputsOf(all, HARDENING)["data"],
      [
        "name: hardening",
        'schemaVersion: "1.0"',
        "parameters:",
        "  - Role:",
        "      type: string",
        "phases:",
        "  - name: build",
        "    steps:",
        "      - name: Say",
        "        action: ExecuteBash",
        "        inputs:",
        "          commands:",
        "            - echo '{{ Role }}'",
        "",
      ].join("\n"),
    );
    assert.deepEqual((inputsOf(all, "web-ami-recipe")["components"] as object[])[1], {
      componentArn: `arn:of:${HARDENING}`,
      parameters: [{ name: "Role", value: "web" }],
    });
  });

  it("is for Windows where the AMI is", async () => {
    const components = [{ name: "hardening", yaml: "phases: []" }];
    const all = await pipelineWith({ components, operatingSystem: OperatingSystem.WindowsServer2022 });
    assert.equal(inputsOf(all, HARDENING)["platform"], "Windows");
  });

  it("refuses none or two sources, and what does not go with the source", async () => {
    const components: BuildComponent[] = [
      { name: "none" },
      { name: "two", yaml: "phases: []", uri: "https://bucket", version: "1" },
      { managed: "Update Linux", name: "theirs", contentVersion: "1" },
      { arn: "update-linux" },
      { yaml: "steps: []" },
      { name: "Hardening", yaml: "phases: [" },
      { name: "two", yaml: `phases: [] #${"x".repeat(16_000)}` },
    ];
    assert.deepEqual(await refusedWith({ components }), [
      'components is ["none","two","theirs","Hardening","two"]',
      'components[0] is ["name"]',
      'components[0].name is "none"',
      'components[1] is ["name","yaml","uri","version"]',
      'components[1].uri is "https://bucket"',
      'components[1].version is "1"',
      'components[1].version is "1"',
      "components[1].contentVersion is missing",
      'components[2].name is "theirs"',
      'components[2].managed is "Update Linux"',
      'components[2].contentVersion is "1"',
      'components[3].arn is "update-linux"',
      "components[4].name is missing",
      'components[4].yaml is "steps: []"',
      'components[5].name is "Hardening"',
      'components[5].yaml is "phases: ["',
      'components[6].yaml is "16012 characters"',
    ]);
  });

  it("refuses a name that is too long after the AMI's", async () => {
    const amiName = "a".repeat(63);
    const name = "b".repeat(63);
    assert.deepEqual(await refusedWith({ amiName, components: [{ name, yaml: "phases: []" }] }), [
      `components[0].name is "${name}"`,
    ]);
  });

  it("refuses values that its document does not ask for, and misses those that it does", async () => {
    const document = {
      parameters: { Role: {}, Size: { default: "1" } },
      build: [{ name: "Reboot", action: ComponentAction.Reboot }],
    };
    const components = [{ name: "hardening", document, parameters: { Rolle: "web" } }];
    assert.deepEqual(await refusedWith({ components }), [
      'components[0].parameters is ["Rolle"]',
      'components[0].parameters is ["Role"]',
    ]);
  });
});

import * as assert from "node:assert/strict";
import {
  ComponentAction,
  type ComponentDocument,
  type DocumentStep,
  OperatingSystem,
  type StepFailure,
  type StepOutcome,
} from "@groundwork/golden-ami";
import { ACTION_INPUTS, WITHOUT_INPUTS } from "../../src/components/action-inputs";
import { wrongCondition } from "../../src/components/condition-checks";
import { Platform } from "../../src/recipe/operating-system";
import { pipelineWith, refusedWith } from "../args";

const { ExecuteBash, ExecuteBinary, ExecuteDocument, ExecutePowerShell, Reboot, S3Download } = ComponentAction;
const bash = (name: string, command = "true"): DocumentStep => ({
  name,
  action: ExecuteBash,
  inputs: { commands: [command] },
});

/** What is refused of a document, by the field and what it holds. */
const refusedOf = async (document: ComponentDocument, operatingSystem = OperatingSystem.AmazonLinux2023) =>
  (await refusedWith({ components: [{ name: "x", document }], operatingSystem })).map((problem) =>
    problem.replace("components[0].document", "").replace(/^\./, ""),
  );

/** What is refused of a step, the only one of a build. */
const ofStep = async (step: Partial<DocumentStep>, operatingSystem?: OperatingSystem) =>
  (await refusedOf({ build: [{ ...bash("Step"), ...step }] }, operatingSystem)).map((problem) =>
    problem.replace("build[0].", ""),
  );

describe("what is refused of a document", () => {
  it("is one without steps, and names that stand twice or that AWSTOE does not take", async () => {
    assert.deepEqual(await refusedOf({ description: "Nothing" }), [' is ["description"]']);
    const document: ComponentDocument = {
      parameters: { Role: { default: "web" }, ab: { default: "" } },
      constants: { Role: "web", "a b": "" },
      build: [
        { ...bash("One"), loop: { name: "each", forEach: ["a"] } },
        { ...bash("One"), loop: { name: "each", forEach: ["a"] } },
        bash(" "),
      ],
      validate: [bash("One")],
    };
    assert.deepEqual(await refusedOf(document), [
      'constants is ["Role","ab","Role","a b"]',
      'parameters is "ab"',
      'constants is "a b"',
      'build is ["One","One"," "]',
      'build is ["each","each"]',
      'build[2].name is " "',
    ]);
  });

  it("is a step without an action, and one that nobody knows", async () => {
    assert.deepEqual(await ofStep({ action: undefined }), ["action is missing"]);
    assert.deepEqual(await ofStep({ action: "ExecutePython" as ComponentAction }), ['action is "ExecutePython"']);
  });

  it("is an action of the other platform", async () => {
    const registry = { action: ComponentAction.SetRegistry, inputs: [{ path: "a", name: "b", value: 1, type: "SZ" }] };
    assert.deepEqual(await ofStep(registry), ['action is "SetRegistry"']);
    assert.deepEqual(await ofStep({}, OperatingSystem.WindowsServer2025), ['action is "ExecuteBash"']);
    const components = [{ name: "x", document: { build: [{ name: "Set", ...registry }] } }];
    await pipelineWith({ components, operatingSystem: OperatingSystem.WindowsServer2025 });
  });

  it("is an action without what it cannot do without", async () => {
    assert.deepEqual(await ofStep({ inputs: undefined }), ["inputs is missing"]);
    assert.deepEqual(await ofStep({ inputs: {} }), ["inputs.commands is missing"]);
    assert.deepEqual(await ofStep({ inputs: { commands: "true" } }), ['inputs.commands is "true"']);
    assert.deepEqual(await ofStep({ action: ExecuteBinary, inputs: { path: "" } }), ['inputs.path is ""']);
    assert.deepEqual(await ofStep({ action: ExecutePowerShell, inputs: {} }), ["inputs is {}"]);
    assert.deepEqual(await ofStep({ action: ExecutePowerShell, inputs: { commands: ["a"], file: "b" } }), [
      'inputs is {"commands":["a"],"file":"b"}',
    ]);
    const source = "s3://bucket/key";
    assert.deepEqual(await ofStep({ action: S3Download, inputs: { source, destination: "/tmp" } }), [
      `inputs is {"source":"${source}","destination":"/tmp"}`,
    ]);
    const downloads = [{ source, destination: "/tmp" }, { source }];
    assert.deepEqual(await ofStep({ action: S3Download, inputs: downloads }), ["inputs[1].destination is missing"]);
    for (const action of Object.values(ComponentAction).filter((each) => !WITHOUT_INPUTS.includes(each))) {
      const [windows, linux] = [OperatingSystem.WindowsServer2022, OperatingSystem.AmazonLinux2023];
      const platform = ACTION_INPUTS[action].platform === Platform.Windows ? windows : linux;
      assert.notDeepEqual(await ofStep({ action, inputs: undefined }, platform), [], action);
    }
  });

  it("is a time, a number of attempts or a failure that AWSTOE does not take", async () => {
    const step = { timeoutSeconds: 0, maxAttempts: 0, onFailure: "Retry" as StepFailure };
    assert.deepEqual(await ofStep(step), ['onFailure is "Retry"', "maxAttempts is 0", "timeoutSeconds is 0"]);
    assert.deepEqual(await ofStep({ action: Reboot, inputs: undefined, timeoutSeconds: 60 }), ["timeoutSeconds is 60"]);
    const nested = { action: ExecuteDocument, inputs: { document: "a.yaml" }, timeoutSeconds: -1, maxAttempts: 1 };
    assert.deepEqual(await ofStep(nested), ["timeoutSeconds is -1", "maxAttempts is 1"]);
  });

  it("is a loop that goes through nothing, through two things or on for ever", async () => {
    assert.deepEqual(await ofStep({ loop: {} }), ["loop is {}"]);
    assert.deepEqual(await ofStep({ loop: { forEach: [], list: "a", delimiter: "|" } }), [
      'loop is {"forEach":[],"list":"a"}',
      "loop.forEach is []",
      'loop.delimiter is "|"',
    ]);
    assert.deepEqual(await ofStep({ loop: { forEach: ["a"], delimiter: "," } }), ['loop.delimiter is ","']);
    for (const count of [
      { start: 1, end: 3, updateBy: 0 },
      { start: 1, end: 3, updateBy: -1 },
      { start: 1, end: 3.5, updateBy: 1 },
    ]) {
      assert.deepEqual(await ofStep({ loop: { count } }), [`loop.count is ${JSON.stringify(count)}`]);
    }
  });

  it("is a condition that AWSTOE does not know, also one that is asserted", async () => {
    const otherwise = "Stop" as StepOutcome;
    assert.deepEqual(await ofStep({ condition: { expression: { exists: "/a" }, otherwise } }), [
      'condition.expression is {"exists":"/a"}',
      'condition.otherwise is "Stop"',
    ]);
    const asserted = { action: ComponentAction.Assert, inputs: { stringEquals: "a" } };
    assert.deepEqual(await ofStep(asserted), ['inputs is {"stringEquals":"a"}']);
  });

  it("is a reference to what is not defined, or not known yet", async () => {
    const stray = (reference: string) => `inputs is ["{{ ${reference} }}"]`;
    for (const reference of ["Role", "loop.value", "build.Step.outputs.stdout", "build.None.outputs", "deploy.a.b"]) {
      assert.deepEqual(await ofStep({ inputs: { commands: [`echo {{ ${reference} }}`] } }), [stray(reference)]);
    }
    assert.deepEqual(await ofStep({ loop: { list: "{{Hosts}}" } }), [stray("Hosts")]);
    const across = { build: [bash("One")], test: [bash("Two", "echo {{ build.One.outputs.stdout }}")] };
    assert.deepEqual(await refusedOf(across), ['test[0].inputs is ["{{ build.One.outputs.stdout }}"]']);
  });

  it("is none that leads somewhere, nor braces that mean something else", async () => {
    const looped = { ...bash("Two", "{{ each.value }} {{ loop.index }}"), loop: { name: "each", forEach: ["a"] } };
    const document: ComponentDocument = {
      parameters: { Role: { default: "web" } },
      constants: { Folder: "/opt" },
      build: [bash("One", "echo {{ Role }} {{Folder}} {{.Names}} ${x}"), looped],
      validate: [bash("Three", "{{ build.One.outputs.stdout }} {{ build.Two.inputs[0].commands }}")],
    };
    await pipelineWith({ components: [{ name: "x", document }] });
  });
});

describe("a condition", () => {
  it("has one operator with all that it compares, and joins four levels deep", () => {
    const nested = { and: [{ or: [{ not: { and: [{ binaryExists: "a" }, { numberEquals: 1, value: "1" }] } }] }] };
    assert.equal(wrongCondition(nested), undefined);
    assert.equal(wrongCondition({ fileSHA256Equals: "a", path: "/b" }), undefined);
    assert.match(wrongCondition({ not: nested }) ?? "", /four|4 levels/);
    assert.match(wrongCondition({ fileMD5Equals: "a" }) ?? "", /with path/);
    assert.match(wrongCondition({ fileExists: "a", value: "b" }) ?? "", /without value/);
    assert.match(wrongCondition({ fileExists: "a", folderExists: "b" }) ?? "", /one of the operators/);
    assert.match(wrongCondition({ and: [] }) ?? "", /list of conditions/);
    assert.match(wrongCondition({ and: [{ or: [{ is: 1 }] }] }) ?? "", /one of the operators/);
    assert.match(wrongCondition("true") ?? "", /a map/);
  });
});

import * as assert from "node:assert/strict";
import { Account } from "./harness/account";
import { type Living } from "./provider/cloud";

describe("what the stand-in refuses of recipes and their components", () => {
  let account: Account;
  beforeEach(() => {
    account = new Account();
  });
  afterEach(() => account.close());

  const component = (name: string, version: string): Living =>
    account.create("aws:imagebuilder/component:Component", `${name}-${version}`, {
      ...{ name, version, platform: "Linux", data: "phases: []" },
    });
  const recipe = (version: string, componentArn = "arn:aws"): Living =>
    account.create("aws:imagebuilder/imageRecipe:ImageRecipe", `recipe-${version}`, {
      ...{ name: "web", version, parentImage: "ami-1", components: [{ componentArn }] },
    });

  const workflow = (version: string, type = "TEST"): Living =>
    account.create("aws:imagebuilder/workflow:Workflow", `workflow-${type}-${version}`, {
      ...{ name: "web-approval", version, type, data: "steps: []" },
    });

  it("are a version that is there already", () => {
    const first = component("web-hardening", "1.0.1");
    assert.throws(() => component("web-hardening", "1.0.1"), /ResourceAlreadyExistsException/);
    assert.ok(component("web-hardening", "1.0.2"));
    assert.ok(component("web-server", "1.0.1"));
    account.delete(first);
    assert.ok(component("web-hardening", "1.0.1"));
    recipe("1.0.1");
    assert.throws(() => recipe("1.0.1"), /ResourceAlreadyExistsException/);
    workflow("1.0.1");
    assert.throws(() => workflow("1.0.1"), /ResourceAlreadyExistsException/);
    assert.ok(workflow("1.0.1", "BUILD"));
  });

  it("is to delete a component that a recipe names, or a recipe or a workflow that a pipeline names", () => {
    const gate = workflow("1.0.1");
    const used = component("web-hardening", "1.0.1");
    const named = recipe("1.0.1", used.id);
    const pipeline = account.create("aws:imagebuilder/imagePipeline:ImagePipeline", "pipeline", {
      ...{ name: "web", imageRecipeArn: named.id, infrastructureConfigurationArn: "arn:infrastructure" },
      workflows: [{ workflowArn: gate.id }],
    });
    assert.throws(() => account.delete(gate), /ResourceDependencyException/);
    assert.throws(() => account.delete(used), /ResourceDependencyException/);
    assert.throws(() => account.delete(named), /ResourceDependencyException/);
    account.delete(pipeline);
    account.delete(named);
    account.delete(used);
    account.delete(gate);
  });
});

import * as assert from "node:assert/strict";
import { renderStack, renderSummary, terminalStyle } from "../../src/reports";
import {
  brokenStack,
  diagnostic,
  failedStack,
  previewOf,
  resource,
  stack,
  stackResource,
  urnOf,
  violation,
  waived,
  VOLUME_TYPE,
} from "./documents";

const PLAIN = terminalStyle({ columns: 80 }, {});
const COLOURED = terminalStyle({ columns: 80 }, { FORCE_COLOR: "1" });

const TITLE = `── dev  shop ${"─".repeat(67)}`;

function lines(...text: string[]): string {
  return `${text.join("\n")}\n`;
}

describe("renderStack", () => {
  it("shows what is waived under its resource, counts it by itself, and passes", () => {
    assert.equal(
      renderStack(stack({ waived: [waived(), waived({ urn: "urn:pulumi:dev::shop::a:b:C::gone" })] }), PLAIN),
      lines(
        TITLE,
        "",
        "  +  pulumi:pulumi:Stack  shop-dev  create",
        "  +  └─ aws:ebs:Volume    data      create",
        "           ○ waived  volume-is-encrypted  high · rules 1.0.0",
        "             Volumes are encrypted.",
        "             Waived (else mandatory) until 2026-12-31 by Jane Doe (SEC-12):",
        "             public data",
        "             encrypted is false; set it to true.",
        "",
        "Policies on the whole stack",
        "  ○ waived  volume-is-encrypted  a:b:C gone  high · rules 1.0.0",
        "    Volumes are encrypted.",
        "    Waived (else mandatory) until 2026-12-31 by Jane Doe (SEC-12): public data",
        "    encrypted is false; set it to true.",
        "",
        "✓ dev: 2 resources to create, 0 mandatory, 0 advisory, 2 waived",
        "  · 1.2 s · pack rules 1.0.0 (4 policies)",
      ),
    );
  });

  it("shows a stack that passes: the tree, the outputs and the verdict", () => {
    const report = stack({
      resources: [
        stackResource(),
        resource("network:index:Network", "main", { custom: false }),
        resource("aws:ec2/vpc:Vpc", "main-vpc", { parent: urnOf("network:index:Network", "main") }),
        resource("aws:ec2/subnet:Subnet", "main-public", { parent: urnOf("network:index:Network", "main") }),
        resource("aws:s3/bucket:Bucket", "logs", { external: true }),
        resource("pulumi:providers:aws", "dr"),
      ],
      outputs: { url: "https://shop.example", password: "[secret]", vpcId: "[unknown]", zones: ["a", "b"] },
    });
    assert.equal(
      renderStack(report, PLAIN),
      lines(
        TITLE,
        "",
        "  +  pulumi:pulumi:Stack      shop-dev     create",
        "  +  ├─ network:Network       main         create",
        "  +  │  ├─ aws:ec2:Vpc        main-vpc     create",
        "  +  │  └─ aws:ec2:Subnet     main-public  create",
        "  >  ├─ aws:s3:Bucket         logs         read",
        "  +  └─ pulumi:providers:aws  dr           create",
        "",
        "Outputs",
        '  url       "https://shop.example"',
        "  password  [secret]",
        "  vpcId     [unknown]",
        '  zones     ["a","b"]',
        "",
        "✓ dev: 5 resources to create, 1 to read, 0 mandatory, 0 advisory",
        "  · 1.2 s · pack rules 1.0.0 (4 policies)",
      ),
    );
  });

  it("shows each violation under its resource, the gravest first, and what the whole stack breaks apart", () => {
    const report = brokenStack({
      resources: [
        stackResource(),
        resource(VOLUME_TYPE, "data"),
        resource("shop:index:Child", "child", { parent: urnOf(VOLUME_TYPE, "data") }),
      ],
      violations: [
        violation({ level: "advisory", policy: "volume-is-gp3", severity: "", remediationSteps: "", url: "" }),
        violation({ message: "encrypted is false, so that whoever obtains a snapshot of it can read all of it." }),
        violation({ level: "advisory", policy: "stack-has-backup", urn: "", url: "" }),
      ],
      remediations: [
        {
          pack: "rules",
          packVersion: "1.0.0",
          policy: "tags",
          urn: urnOf("shop:index:Child", "child"),
          properties: ["a", "b"],
        },
      ],
      diagnostics: [
        diagnostic({ severity: "warning", message: "deprecated", urn: urnOf(VOLUME_TYPE, "data") }),
        diagnostic({ severity: "debug", message: "not shown" }),
        diagnostic({ severity: "info", message: "hello" }),
      ],
    });
    assert.equal(
      renderStack(report, PLAIN),
      lines(
        TITLE,
        "",
        "  +  pulumi:pulumi:Stack  shop-dev  create",
        "  ✗  └─ aws:ebs:Volume    data      create",
        "        │  ✗ mandatory  volume-is-encrypted  high · rules 1.0.0",
        "        │    encrypted is false, so that whoever obtains a snapshot of it can",
        "        │    read all of it.",
        "        │    Fix: Set encrypted to true.",
        "        │    https://example.com/ebs",
        "        │  ! advisory  volume-is-gp3  rules 1.0.0",
        "        │    encrypted is false; set it to true.",
        "  +     └─ shop:Child     child     create",
        "              ~ remediated  tags  rules 1.0.0",
        "                Changed a, b",
        "",
        "Policies on the whole stack",
        "  ! advisory  stack-has-backup  high · rules 1.0.0",
        "    encrypted is false; set it to true.",
        "    Fix: Set encrypted to true.",
        "",
        "Diagnostics",
        "  ! warning  aws:ebs:Volume data",
        "    deprecated",
        "  · info",
        "    hello",
        "",
        "✗ dev: 3 resources to create, 1 mandatory, 2 advisory, 1 remediated",
        "  · 1.2 s · pack rules 1.0.0 (4 policies)",
      ),
    );
  });

  it("puts the error of a failed program right above the verdict, with its stack trace unbroken", () => {
    const at = `    at main (/a/long/path/to/the/program/that/is/wider/than/the/terminal/index.ts:1:7)`;
    const report = failedStack({ packs: [], diagnostics: [diagnostic({ message: `Error: no\n${at}\n` })] });
    assert.equal(
      renderStack(report, PLAIN),
      lines(
        TITLE,
        "",
        "Diagnostics",
        "  ✗ error",
        "    Error: no",
        `    ${at}`,
        "",
        "✗ dev: the program failed after 0 resources · 1.2 s · no policy pack",
      ),
    );
  });

  it("counts the violations found before a failure, because they hold all the same", () => {
    const report = brokenStack({ failure: "timeout", packs: [] });
    assert.match(
      renderStack(report, PLAIN),
      /✗ dev: the preview timed out after 2 resources, 1 mandatory, 0 advisory\n {2}· 1\.2 s · no policy pack\n$/,
    );
  });

  it("shows a stack without resources as its verdict alone", () => {
    const report = stack({ resources: [], packs: [] });
    assert.equal(
      renderStack(report, PLAIN),
      lines(TITLE, "", "✓ dev: 0 resources to create, 0 mandatory, 0 advisory · 1.2 s · no policy pack"),
    );
  });

  it("collapses many siblings in one line where the first of them is left out", () => {
    const many = Array.from({ length: 1000 }, (_, index) => resource(VOLUME_TYPE, `v${index}`));
    const text = renderStack(stack({ resources: [stackResource(), ...many] }), PLAIN);
    assert.match(text, /\n {2}\+ {2}├─ aws:ebs:Volume {4}v19 {7}create\n {5}└─ … and 980 more aws:ebs:Volume\n\n/);
  });

  it("says how many resources hang under siblings that are left out", () => {
    const many = Array.from({ length: 22 }, (_, index) => resource(VOLUME_TYPE, `v${index}`));
    const child = resource("shop:index:Child", "child", { parent: urnOf(VOLUME_TYPE, "v21") });
    const text = renderStack(stack({ resources: [stackResource(), ...many, child] }), PLAIN);
    assert.match(text, /… and 2 more aws:ebs:Volume, with 1 resource under them\n/);
  });

  it("lines up wide characters by the columns that they take", () => {
    const report = stack({
      resources: [stackResource(), resource(VOLUME_TYPE, "データ"), resource(VOLUME_TYPE, "d")],
    });
    const tree = renderStack(report, PLAIN).split("\n").slice(2, 5);
    assert.deepEqual(tree, [
      "  +  pulumi:pulumi:Stack  shop-dev  create",
      "  +  ├─ aws:ebs:Volume    データ    create",
      "  +  └─ aws:ebs:Volume    d         create",
    ]);
  });

  it("lets a very long name push its own line only", () => {
    const name = "n".repeat(200);
    const tree = renderStack(stack({ resources: [stackResource(), resource(VOLUME_TYPE, name)] }), PLAIN);
    assert.equal(tree.split("\n")[2], `  +  pulumi:pulumi:Stack  shop-dev${" ".repeat(40)}  create`);
    assert.equal(tree.split("\n")[3], `  +  └─ aws:ebs:Volume    ${name}  create`);
  });

  it("cuts a very long output, which the JSON document has whole", () => {
    const outputs = { policy: "x".repeat(1000) };
    const line = renderStack(stack({ outputs }), PLAIN)
      .split("\n")
      .find((text) => text.startsWith("  policy"));
    assert.equal(line, `  policy  "${"x".repeat(298)}…`);
  });

  it("lets no text from outside act on the terminal or pass for preflight's own lines", () => {
    const evil = "\u001b[2J\u001b[1A\n✓ dev: all fine\u0007\r\u009b5m\u202e";
    const report = brokenStack({
      stack: evil,
      project: evil,
      resources: [stackResource(), resource(VOLUME_TYPE, "data"), resource(`a:${evil}:B`, evil)],
      outputs: { [evil]: evil },
      packs: [{ name: evil, version: evil, policies: 1 }],
      violations: [
        violation({
          pack: evil,
          policy: evil,
          severity: evil,
          message: evil,
          remediationSteps: evil,
          url: evil,
          urn: "",
        }),
        violation({ urn: evil }),
      ],
      remediations: [{ pack: evil, packVersion: evil, policy: evil, urn: evil, properties: [evil] }],
      diagnostics: [diagnostic({ message: evil, urn: evil })],
    });
    const text = renderStack(report, PLAIN) + renderSummary(previewOf(report, report), PLAIN);
    // eslint-disable-next-line no-control-regex -- control characters are what it looks for
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    assert.doesNotMatch(text, /^✓/m);
  });

  it("colours what needs action, and only with colours on", () => {
    const text = renderStack(brokenStack(), COLOURED);
    assert.ok(text.includes("\u001b[1m\u001b[31m✗ mandatory  volume-is-encrypted\u001b[39m\u001b[22m"));
    assert.ok(text.includes("\u001b[31m1 mandatory\u001b[39m"));
    assert.ok(text.includes("\u001b[32m+\u001b[39m"));
    // eslint-disable-next-line no-control-regex -- the colours are what it takes away
    assert.equal(text.replace(/\u001b\[\d+m/g, ""), renderStack(brokenStack(), PLAIN));
  });
});

describe("renderSummary", () => {
  it("is one line where all is well", () => {
    const document = previewOf(stack(), stack({ violations: [violation({ level: "advisory" })] }));
    assert.equal(
      renderSummary(document, PLAIN),
      lines("✓ 2 stacks pass: 4 resources, 0 mandatory, 1 advisory · 2.9 s"),
    );
  });

  it("is one line for one small stack, whose violations are still on the screen", () => {
    assert.equal(
      renderSummary(previewOf(brokenStack()), PLAIN),
      lines("✗ 1 of 1 stack fails: 2 resources, 1 mandatory, 0 advisory · 2.9 s"),
    );
    assert.equal(
      renderSummary(previewOf(stack()), PLAIN),
      lines("✓ 1 stack passes: 2 resources, 0 mandatory, 0 advisory · 2.9 s"),
    );
  });

  it("repeats what fails, a line each, where it may have scrolled away", () => {
    const prod = brokenStack({
      stack: "prod",
      violations: [violation(), violation({ policy: "stack-has-backup", urn: "" }), violation({ level: "advisory" })],
    });
    assert.equal(
      renderSummary(previewOf(stack(), failedStack({ stack: "staging", packs: [] }), prod), PLAIN),
      lines(
        "✗ staging  the program failed",
        "✗ prod     volume-is-encrypted  aws:ebs:Volume data",
        "✗ prod     stack-has-backup     the whole stack",
        "",
        "✗ 2 of 3 stacks fail: 4 resources, 2 mandatory, 1 advisory · 2.9 s",
      ),
    );
  });

  it("repeats what fails for one stack too large for a screen", () => {
    const many = Array.from({ length: 40 }, (_, index) => resource(`shop:index:T${index}`, "t"));
    const report = brokenStack({ resources: [stackResource(), ...many] });
    assert.match(
      renderSummary(previewOf(report), PLAIN),
      /^✗ dev {2}volume-is-encrypted {2}aws:ebs:Volume data\n\n✗ 1 of 1/,
    );
  });

  it("repeats ten at most, because the rest stands above", () => {
    const report = brokenStack({ violations: Array.from({ length: 1200 }, () => violation()) });
    const text = renderSummary(previewOf(report, stack()), PLAIN);
    assert.equal(text.split("\n").filter((line) => line.startsWith("✗ dev")).length, 10);
    assert.match(
      text,
      /\n… and 1,190 more\n\n✗ 1 of 2 stacks fails: 4 resources, 1,200 mandatory, 0 advisory · 2.9 s\n$/,
    );
  });
});

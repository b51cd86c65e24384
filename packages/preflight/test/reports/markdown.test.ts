import * as assert from "node:assert/strict";
import { MARKDOWN_LENGTH, toMarkdown } from "../../src/reports/markdown";
import { brokenStack, diagnostic, failedStack, previewOf, stack, violation, waived } from "./documents";

describe("toMarkdown", () => {
  it("shows a table of the stacks, what is wrong with each, and the rest folded", () => {
    const prod = failedStack({ stack: "prod", packs: [] });
    assert.equal(
      toMarkdown(previewOf(brokenStack(), prod)),
      `## ❌ Preview: 2 of 2 stacks fail

| | Stack | Resources | Mandatory | Advisory | Waived | Remediated | Time |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
| ❌ | dev | 2 | 1 | 0 | 0 | 0 | 1.2 s |
| ❌ | prod: the program failed | 0 | 0 | 0 | 0 | 0 | 1.2 s |

### dev

- **mandatory** \`volume-is-encrypted\` on \`aws:ebs:Volume data\`<br>
  encrypted is false; set it to true.<br>
  **Fix:** Set encrypted to true.<br>
  [Read more](<https://example.com/ebs>)

### prod

\`\`\`text
Error: no
    at main (index.ts:1:7)
\`\`\`

<details><summary>dev: 2 resources</summary>

\`\`\`text
  +  pulumi:pulumi:Stack  shop-dev  create
  ✗  └─ aws:ebs:Volume    data      create
           ✗ mandatory  volume-is-encrypted  high · rules 1.0.0
             encrypted is false; set it to true.
             Fix: Set encrypted to true.
             https://example.com/ebs
\`\`\`

</details>

<details><summary>prod: 0 resources</summary>

\`\`\`text
Diagnostics
  ✗ error
    Error: no
        at main (index.ts:1:7)
\`\`\`

</details>
`,
    );
  });

  it("lists what is waived by itself, and passes", () => {
    const text = toMarkdown(previewOf(stack({ waived: [waived(), waived({ urn: "" })] })));
    assert.match(text, /^## ✅ Preview: 1 stack, 2 resources\n/);
    assert.match(text, /^\| ✅ \| dev \| 2 \| 0 \| 0 \| 2 \| 0 \| 1\.2 s \|$/m);
    assert.ok(
      text.includes(`### dev: waived

- **waived** \`volume-is-encrypted\` on \`aws:ebs:Volume data\`<br>
  Volumes are encrypted.<br>
  Waived (else mandatory) until 2026-12-31 by Jane Doe (SEC-12): public data<br>
  encrypted is false; set it to true.

- **waived** \`volume-is-encrypted\` on the whole stack<br>`),
      text,
    );
    assert.doesNotMatch(text, /^### dev$/m);
  });

  it("says at once that all is well, and has no section on what is wrong", () => {
    const text = toMarkdown(previewOf(stack(), stack({ stack: "prod" })));
    assert.match(text, /^## ✅ Preview: 2 stacks, 4 resources\n/);
    assert.doesNotMatch(text, /^###/m);
  });

  it("says so where there is nothing to unfold", () => {
    assert.match(toMarkdown(previewOf(stack({ resources: [] }))), /```text\nNo resources\.\n```/);
  });

  it("lets messages add no markup: no image, link, element, table cell, list or heading", () => {
    const message = [
      "![x](https://evil.example/p.png) <img src=x> **b** _i_ `c` ~~s~~ a|b \\ $x$ &lt;",
      "# heading",
      "- item",
      "1. item",
      "> quote",
      "---",
    ].join("\n");
    const text = toMarkdown(
      previewOf(brokenStack({ violations: [violation({ message, remediationSteps: "", url: "" })] })),
    );
    assert.ok(
      text.includes(
        [
          "  !\\[x\\](https://evil.example/p.png) &lt;img src=x&gt; \\*\\*b\\*\\* \\_i\\_ \\`c\\` \\~\\~s\\~\\~ a\\|b \\\\ &dollar;x&dollar; &amp;lt;",
          "  \\# heading",
          "  \\- item",
          "  1\\. item",
          "  &gt; quote",
          "  \\---\n",
        ].join("<br>\n"),
      ),
      text,
    );
  });

  it("lets messages call nobody and link no other page of the repository", () => {
    const message = "ask @shop/team about #12 and GH-7, C# and me@ home";
    const text = toMarkdown(previewOf(brokenStack({ violations: [violation({ message })] })));
    assert.ok(text.includes("\n  ask @&#8203;shop/team about #&#8203;12 and GH-&#8203;7, C# and me@ home<br>"));
  });

  it("keeps names in code and messages in blocks, whatever backticks they hold", () => {
    const report = failedStack({
      violations: [violation({ policy: "`a``b`", urn: "" })],
      diagnostics: [diagnostic({ message: "a\n````\n</details>@all" })],
    });
    const text = toMarkdown(previewOf(report));
    assert.ok(text.includes("- **mandatory** ``` `a``b` ``` on the whole stack<br>"));
    assert.ok(text.includes("\n`````text\na\n````\n</details>@all\n`````\n"));
  });

  it("keeps a stack's name from breaking the table or the fold", () => {
    const text = toMarkdown(previewOf(stack({ stack: "a|b\n</summary>" })));
    assert.ok(text.includes("| ✅ | a\\|b␊&lt;/summary&gt; | 2 |"));
    assert.ok(text.includes("<summary>a|b␊&lt;/summary&gt;: 2 resources</summary>"));
  });

  it("links only pages on the web, and no script", () => {
    const link = (url: string): string => toMarkdown(previewOf(stack({ violations: [violation({ url })] })));
    assert.match(link("https://example.com/a b)<c>"), /\[Read more\]\(<https:\/\/example\.com\/a%20b\)%3Cc%3E>\)/);
    assert.doesNotMatch(link("javascript:alert(1)"), /Read more/);
    assert.doesNotMatch(link("see the wiki"), /Read more/);
  });

  it("fits in a comment: the folded parts go first, then the last violations, and it says how many", () => {
    const message = "m".repeat(3000);
    const many = Array.from({ length: 100 }, (_, index) => violation({ policy: `p${index}`, message }));
    const text = toMarkdown(previewOf(brokenStack({ violations: many }), stack({ stack: "prod" })));
    assert.ok(text.length <= MARKDOWN_LENGTH);
    assert.ok(text.length > MARKDOWN_LENGTH - 4000);
    assert.match(text, /`p0`/);
    assert.doesNotMatch(text, /`p99`/);
    assert.match(text, /\n_\d+ parts left out: a comment has no room for more\._\n$/);
  });

  it("fits in a comment to the last character with thousands of short parts", () => {
    const short = violation({ policy: "p", urn: "", message: "m", remediationSteps: "", url: "" });
    const text = toMarkdown(previewOf(brokenStack({ violations: Array.from({ length: 3000 }, () => short) })));
    assert.ok(text.length <= MARKDOWN_LENGTH, String(text.length));
    assert.ok(text.length > MARKDOWN_LENGTH - 300);
  });

  it("cuts a single endless message, so that it does not push out all else", () => {
    const text = toMarkdown(previewOf(failedStack({ diagnostics: [diagnostic({ message: "x".repeat(70_000) })] })));
    assert.match(text, /\n```text\nx{4000}…\n```\n/);
  });
});

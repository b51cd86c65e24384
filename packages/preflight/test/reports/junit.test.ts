import * as assert from "node:assert/strict";
import { toJunit } from "../../src/reports/junit";
import {
  brokenStack,
  failedStack,
  previewOf,
  resource,
  stack,
  stackResource,
  violation,
  waived,
  VOLUME_TYPE,
} from "./documents";

/** Fails unless the text is well-formed XML, as far as a report goes: known entities, quoted attributes, nested elements. */
function assertWellFormed(xml: string): void {
  assert.doesNotMatch(xml, /[^\n -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u, "a character that XML cannot hold");
  const [declaration, ...rest] = xml.split("\n");
  assert.equal(declaration, '<?xml version="1.0" encoding="UTF-8"?>');
  const open: string[] = [];
  const token =
    /<(\/?)([a-z-]+)((?: [a-z]+="(?:[^"<&\n]|&(?:amp|lt|gt|quot|#10);)*")*)(\/?)>|((?:[^<&]|&(?:amp|lt|gt|quot);)+)/gy;
  const text = rest.join("\n");
  while (token.lastIndex < text.length) {
    const from = token.lastIndex;
    const match = token.exec(text);
    assert.ok(match !== null, `no XML: ${text.slice(from, from + 60)}`);
    const [, closing, name, , empty] = match;
    if (name !== undefined && closing === "/") {
      assert.equal(open.pop(), name);
    } else if (name !== undefined && empty === "") {
      open.push(name);
    }
  }
  assert.deepEqual(open, [], "an element is left open");
}

describe("toJunit", () => {
  it("has a skipped case for each policy that a resource breaks with leave", () => {
    const twice = stack({ waived: [waived(), waived({ message: "and <again>" }), waived({ urn: "" })] });
    const xml = toJunit(previewOf(twice));
    assertWellFormed(xml);
    const message = waived().message.replaceAll("\n", "&#10;");
    assert.equal(
      xml,
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="preflight" tests="4" failures="0" errors="0" skipped="2" time="2.900">
  <testsuite name="shop/dev" tests="4" failures="0" errors="0" skipped="2" time="1.234">
    <testcase classname="shop/dev" name="preview"/>
    <testcase classname="pulumi:pulumi:Stack" name="shop-dev"/>
    <testcase classname="aws:ebs:Volume data" name="rules/volume-is-encrypted">
      <skipped message="${message}&#10;&#10;and &lt;again&gt;"/>
    </testcase>
    <testcase classname="shop/dev" name="rules/volume-is-encrypted">
      <skipped message="${message}"/>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  it("has a suite for each stack, with a case for the preview, each sound resource and each broken policy", () => {
    const report = brokenStack({
      violations: [
        violation(),
        violation({ message: "and again", remediationSteps: "", url: "" }),
        violation({ level: "advisory", policy: "stack-has-backup", urn: "", remediationSteps: "", url: "" }),
      ],
    });
    const xml = toJunit(previewOf(report, failedStack({ stack: "prod" })));
    assertWellFormed(xml);
    assert.equal(
      xml,
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="preflight" tests="5" failures="1" errors="1" skipped="0" time="2.900">
  <testsuite name="shop/dev" tests="4" failures="1" errors="0" skipped="0" time="1.234">
    <testcase classname="shop/dev" name="preview"/>
    <testcase classname="pulumi:pulumi:Stack" name="shop-dev"/>
    <testcase classname="aws:ebs:Volume data" name="rules/volume-is-encrypted">
      <failure message="encrypted is false; set it to true." type="mandatory">encrypted is false; set it to true.
Fix: Set encrypted to true.
https://example.com/ebs
urn:pulumi:dev::shop::aws:ebs/volume:Volume::data

and again
urn:pulumi:dev::shop::aws:ebs/volume:Volume::data</failure>
    </testcase>
    <testcase classname="shop/dev" name="rules/stack-has-backup">
      <system-out>advisory: encrypted is false; set it to true.</system-out>
    </testcase>
  </testsuite>
  <testsuite name="shop/prod" tests="1" failures="0" errors="1" skipped="0" time="1.234">
    <testcase classname="shop/prod" name="preview">
      <error message="the program failed" type="program">Error: no
    at main (index.ts:1:7)
</error>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  it("has a case even for a stack without resources, because some readers take an empty suite for an error", () => {
    const xml = toJunit(previewOf(stack({ resources: [] })));
    assertWellFormed(xml);
    assert.match(xml, /<testsuite name="shop\/dev" tests="1" /);
  });

  it("stays well-formed whatever names and messages hold", () => {
    const evil = `]]> <b a="1" c='2'> & &amp; \u0000\u001b[31m\u000b\ud800\uffff\n\r\t</failure> 👩‍💻`;
    const report = brokenStack({
      stack: evil,
      resources: [stackResource(), resource(VOLUME_TYPE, evil)],
      violations: [violation({ policy: evil, pack: evil, message: evil, urn: "" }), violation({ urn: evil })],
    });
    const xml = toJunit(
      previewOf(report, failedStack({ diagnostics: [{ severity: "error", message: evil, urn: evil }] })),
    );
    assertWellFormed(xml);
    assert.ok(xml.includes("]]&gt; &lt;b a=&quot;1&quot; c='2'&gt; &amp; &amp;amp; ␀␋\ufffd\ufffd"));
  });
});

import * as assert from "node:assert/strict";
import { clean, cleanLine, counted, displayWidth, padTo, seconds, truncate, wrap } from "../../src/reports/text";

describe("clean", () => {
  it("drops whole terminal sequences, because without a terminal they say nothing", () => {
    assert.equal(clean("\u001b[31mred\u001b[0m \u001b]0;title\u0007\u001b[2Jend"), "red end");
    assert.equal(clean("\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\"), "link");
    assert.equal(clean("\u009b31mred"), "red");
  });

  it("shows other control characters as pictures, because hidden text deceives", () => {
    assert.equal(clean("a\u0000b\u0008c\u001bd\u007fe\u0090f"), "a␀b␈c␛d␡e\ufffdf");
  });

  it("replaces marks that reorder text and halves of characters, which would garble what follows", () => {
    assert.equal(clean("a\u202eb\u2066c\ud800d\uffffe"), "a\ufffdb\ufffdc\ufffdd\ufffde");
  });

  it("keeps line breaks of every kind as line feeds and widens tabs", () => {
    assert.equal(clean("a\r\nb\rc\u2028d\u0085e\tf"), "a\nb\nc\nd\ne    f");
  });

  it("keeps text in every script as it is", () => {
    const text = "naïve – 日本語 👩‍💻 עברית";
    assert.equal(clean(text), text);
  });
});

describe("cleanLine", () => {
  it("keeps a name on its line, because a second line would look like preflight's own words", () => {
    assert.equal(cleanLine("a\n✓ all fine"), "a␊✓ all fine");
  });
});

describe("displayWidth", () => {
  it("counts columns, not characters: wide ones take two and marks none", () => {
    assert.equal(displayWidth("abc"), 3);
    assert.equal(displayWidth("日本"), 4);
    assert.equal(displayWidth("e\u0301"), 1);
    assert.equal(displayWidth("\u200b"), 0);
    assert.equal(displayWidth("👩‍💻"), 2);
    assert.equal(displayWidth("├─ …"), 4);
  });
});

describe("padTo", () => {
  it("fills up to the columns and leaves longer text alone", () => {
    assert.equal(padTo("日", 4), "日  ");
    assert.equal(padTo("longer", 4), "longer");
  });
});

describe("truncate", () => {
  it("cuts at whole characters within the columns and shows that it cut", () => {
    assert.equal(truncate("abcdef", 6), "abcdef");
    assert.equal(truncate("abcdefg", 6), "abcde…");
    assert.equal(truncate("日本語日本語", 6), "日本…");
  });
});

describe("wrap", () => {
  it("breaks prose at spaces within the columns", () => {
    assert.deepEqual(wrap("one two three\nfour", 8), ["one two", "three", "four"]);
  });

  it("keeps a longer word whole, because someone may copy it", () => {
    assert.deepEqual(wrap("see arn:aws:kms:eu-west-1 now", 8), ["see", "arn:aws:kms:eu-west-1", "now"]);
  });

  it("keeps indented lines as they are, because they are code or a stack trace", () => {
    assert.deepEqual(wrap("no\n    at main (index.ts:1:7)", 8), ["no", "    at main (index.ts:1:7)"]);
  });

  it("keeps empty lines", () => {
    assert.deepEqual(wrap("a\n\nb", 8), ["a", "", "b"]);
  });
});

describe("counted", () => {
  it("agrees with the number and sets thousands apart", () => {
    assert.equal(counted(1, "policy", "policies"), "1 policy");
    assert.equal(counted(0, "policy", "policies"), "0 policies");
    assert.equal(counted(1000, "resource"), "1,000 resources");
  });
});

describe("seconds", () => {
  it("shows tenths up to a minute, then minutes and seconds", () => {
    assert.equal(seconds(40), "0.0 s");
    assert.equal(seconds(1249), "1.2 s");
    assert.equal(seconds(59_940), "59.9 s");
    assert.equal(seconds(59_960), "1 min 0 s");
    assert.equal(seconds(119_700), "2 min 0 s");
  });
});

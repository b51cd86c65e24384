import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { TextSearch } from "../../src/secrets/text-search";

function replaced(text: string, ...sought: string[]): string {
  return new TextSearch(sought.map((one) => ({ text: one, asWord: false }))).replace(text, "[*]");
}

/** The same by looking for each text at each place. */
function replacedSlowly(text: string, sought: string[]): string {
  let result = "";
  for (let index = 0; index < text.length;) {
    if (text.startsWith("[*]", index)) {
      result += "[*]";
      index += 3;
      continue;
    }
    let end = index;
    for (let at = index; at === index || at < end; at++) {
      const lengths = sought.filter((one) => text.startsWith(one, at)).map((one) => one.length);
      end = Math.max(end, at + Math.max(0, ...lengths));
    }
    result += end > index ? "[*]" : text.charAt(index);
    index = Math.max(end, index + 1);
  }
  return result;
}

describe("TextSearch", () => {
  it("replaces every text wherever it stands, the longest where several do", () => {
    assert.equal(replaced("abc, abcd and cabc", "abc", "abcd"), "[*], [*] and c[*]");
    assert.equal(replaced("abcabc", "abc"), "[*][*]");
    assert.equal(replaced("ab", "abc"), "ab");
  });

  it("leaves nothing of texts that overlap", () => {
    assert.equal(replaced("see abcdef!", "abcd", "cdef"), "see [*]!");
  });

  it("takes a word for one only where no letter, digit or underscore joins it", () => {
    const search = new TextSearch([
      { text: "app", asWord: true },
      { text: "-x-", asWord: true },
    ]);
    assert.equal(
      search.replace("app apps wrap.app my_app äapp app1 'app' a-x-b", "[*]"),
      "[*] apps wrap.[*] my_app äapp app1 '[*]' a[*]b",
    );
  });

  it("leaves the replacement alone where it is there already", () => {
    assert.equal(
      new TextSearch([{ text: "secret", asWord: false }]).replace("[secret] secret", "[secret]"),
      "[secret] [secret]",
    );
  });

  it("finds the same as looking for each text at each place", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "c", "[", "*", "]"), maxLength: 40 });
    const sought = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 3, maxLength: 6 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(letters, sought, (text, texts) =>
        assert.equal(replaced(text, ...texts), replacedSlowly(text, texts)),
      ),
      { numRuns: 2000 },
    );
  });
});

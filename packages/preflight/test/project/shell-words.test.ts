import * as assert from "node:assert/strict";
import { splitShellWords } from "../../src/project/shell-words";

describe("splitShellWords", () => {
  it("splits at spaces, and keeps what is quoted or escaped together", () => {
    assert.deepEqual(splitShellWords(""), []);
    assert.deepEqual(splitShellWords("  --a  --b=1\t--c\n"), ["--a", "--b=1", "--c"]);
    assert.deepEqual(splitShellWords(`"a b" 'c "d"' e\\ f g"h i"j ""`), ["a b", 'c "d"', "e f", "gh ij", ""]);
    assert.deepEqual(splitShellWords(String.raw`"a \"b\" \\" 'c\d'`), ['a "b" \\', "c\\d"]);
  });

  it("ends at a comment, and takes a # within a word for part of it", () => {
    assert.deepEqual(splitShellWords("--a # --b\n--c --d#e"), ["--a", "--c", "--d#e"]);
  });

  it("has no answer for a line that ends within quotes or after a backslash", () => {
    for (const line of [`'a`, `"a`, `a "b\\"`, "a\\"]) {
      assert.equal(splitShellWords(line), undefined, line);
    }
  });
});

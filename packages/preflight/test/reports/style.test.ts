import * as assert from "node:assert/strict";
import { terminalStyle, type TerminalStream } from "../../src/reports";
import { DEFAULT_WIDTH, MAX_WIDTH, MIN_WIDTH } from "../../src/reports/style";

describe("terminalStyle", () => {
  const cases: [string, TerminalStream, NodeJS.ProcessEnv, boolean][] = [
    ["colours a terminal", { isTTY: true }, { TERM: "xterm" }, true],
    ["leaves a pipe plain", {}, { TERM: "xterm" }, false],
    ["leaves a terminal plain that cannot show colours", { isTTY: true }, { TERM: "dumb" }, false],
    ["heeds NO_COLOR", { isTTY: true }, { NO_COLOR: "1" }, false],
    ["ignores an empty NO_COLOR, as no-color.org asks", { isTTY: true }, { NO_COLOR: "" }, true],
    ["heeds FORCE_COLOR in a pipe", {}, { FORCE_COLOR: "1" }, true],
    ["heeds FORCE_COLOR=0 on a terminal", { isTTY: true }, { FORCE_COLOR: "0" }, false],
    ["puts NO_COLOR before FORCE_COLOR", {}, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
  ];
  for (const [title, stream, env, coloured] of cases) {
    it(title, () => {
      assert.equal(terminalStyle(stream, env).colours.red("x"), coloured ? "\u001b[31mx\u001b[39m" : "x");
    });
  }

  it("takes the terminal's width within what reads well, and a default where there is none", () => {
    assert.equal(terminalStyle({ columns: 90 }, {}).width, 90);
    assert.equal(terminalStyle({ columns: 10 }, {}).width, MIN_WIDTH);
    assert.equal(terminalStyle({ columns: 400 }, {}).width, MAX_WIDTH);
    assert.equal(terminalStyle({ columns: 0 }, {}).width, DEFAULT_WIDTH);
    assert.equal(terminalStyle({}, {}).width, DEFAULT_WIDTH);
  });
});

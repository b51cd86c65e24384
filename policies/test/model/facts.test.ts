import * as assert from "node:assert/strict";
import { allOf, anyOf, each, is, mustBe, mustHave, mustHold, not, unless, where } from "../../model/facts";
import { UNKNOWN } from "../../model/reading";
import { fail, pass, unknown, Verdict } from "../../model/verdict";

const on = (declared: unknown, field?: string) => ({ declared, ...(field !== undefined && { field }) });

describe("conditions", () => {
  const all = [true, false, UNKNOWN] as const;

  it("hold together if all do; one that fails decides, whatever is unknown", () => {
    for (const one of all) {
      for (const other of all) {
        const expected = one === false || other === false ? false : one === true && other === true ? true : UNKNOWN;
        assert.equal(allOf(one, other), expected);
        assert.equal(anyOf(not(one), not(other)), not(expected));
      }
    }
    assert.equal(allOf(), true);
    assert.equal(anyOf(), false);
  });

  it("turn failures into unknowns where they are unknown, and leave the rest", () => {
    const facts = [fail("a", "A"), pass("b"), unknown("c", "C")];
    assert.deepEqual(
      where(true, () => facts),
      facts,
    );
    assert.deepEqual(
      where(UNKNOWN, () => facts),
      [unknown("a", "A"), pass("b"), unknown("c", "C")],
    );
    assert.deepEqual(
      where(false, () => assert.fail("not asked")),
      [],
    );
  });

  it("excuse a failure: a pass is enough, an unknown leaves it open", () => {
    assert.deepEqual(unless(fail("a", "A"), pass("b"), unknown("c", "C")), pass("a"));
    assert.deepEqual(unless(fail("a", "A"), fail("b", "B"), unknown("c", "C")), unknown("a", "A"));
    assert.deepEqual(unless(fail("a", "A"), fail("b", "B")), fail("a", "A"));
    assert.deepEqual(unless(pass("a"), fail("b", "B")), pass("a"));
  });

  it("hold of some resource, may, or do not", () => {
    const suits = (value: unknown) => (value === "?" ? UNKNOWN : value === "yes");
    assert.deepEqual(mustHave("s", ["no", "?", "yes"], suits, "M"), pass("s"));
    assert.deepEqual(mustHave("s", ["no", "?"], suits, "M"), unknown("s", "M"));
    assert.deepEqual(mustHave("s", ["no"], suits, "M"), fail("s", "M"));
    assert.deepEqual(mustHave("s", [], suits, "M"), fail("s", "M"));
    assert.deepEqual(mustHave("s", UNKNOWN, suits, "M"), unknown("s", "M"));
  });
});

describe("a field", () => {
  it("has one of some values, read as the kind that they are", () => {
    const cases: [declared: unknown, expected: unknown][] = [
      [{ a: "true" }, true],
      [{ a: true }, true],
      [{ a: "false" }, false],
      [{ a: "yes" }, false],
      [{ a: UNKNOWN }, UNKNOWN],
      [{ a: "" }, false],
      [{}, false],
    ];
    for (const [declared, expected] of cases) {
      assert.equal(is(on(declared), "a", true), expected, JSON.stringify(declared));
    }
    assert.equal(is(on({}), "a", true, true), true);
    assert.equal(is(on({ a: "" }), "a", true, true), true);
    assert.equal(is(on({ a: "22" }), "a", [22, 23]), true);
    assert.equal(is(on({ a: 23 }), "a", [22, 23]), true);
    assert.equal(is(on({ a: "x" }), "a", [22, 23]), false);
  });

  it("that is wrong is told with the value only if it is AWS's own, and with the change", () => {
    const how = { absent: "optional", known: ["optional"] };
    assert.deepEqual(
      mustBe(on({}), "t", "required", how),
      fail("t", 't is not set, and AWS takes optional then; set it to "required".'),
    );
    assert.deepEqual(
      mustBe(on({ t: "optional" }), "t", "required", how),
      fail("t", 't is optional; set it to "required".'),
    );
    assert.deepEqual(
      mustBe(on({ t: "hunter2" }), "t", "required", how),
      fail("t", 't is another value; set it to "required".'),
    );
    assert.deepEqual(mustBe(on({ t: "required" }), "t", ["a", "required"], how), pass("t"));
    assert.deepEqual(mustBe(on({ t: "x" }), "t", ["a", "b"]), fail("t", 't is another value; set it to "a" or "b".'));
    assert.deepEqual(mustBe(on({}), "t", true), fail("t", "t is not set; set it to true."));
    assert.deepEqual(mustBe(on({}), "t", true, { absent: true }), pass("t"));
    assert.deepEqual(mustBe(on({ t: [1, 2] }), "t", true), fail("t", "t is neither true nor false; set it to true."));
    assert.deepEqual(mustBe(on({ t: {} }), "t", 3), fail("t", "t is not a number; set it to 3."));
    assert.deepEqual(mustBe(on({ t: {} }), "t", "a"), fail("t", 't is not a text; set it to "a".'));
    assert.deepEqual(
      mustBe(on({ t: UNKNOWN }), "t", true, { change: "do it." }),
      unknown("t", "t is known only at deployment; to have it judged before, do it."),
    );
    assert.deepEqual(
      mustBe(on({ t: false }, "list[0]"), "t", true),
      fail("list[0].t", "list[0].t is false; set it to true."),
    );
  });

  it("holds a number of which something is true", () => {
    const small = (declared: object, absent?: number) =>
      mustHold(
        on(declared),
        "n",
        (value) => Number(value) < 5,
        { change: "lower it.", ...(absent !== undefined && { absent }) },
        [0],
      );
    assert.deepEqual(small({ n: 4 }), pass("n"));
    assert.deepEqual(small({ n: "4" }), pass("n"));
    assert.deepEqual(small({ n: 7 }), fail("n", "n is 7; lower it."));
    assert.deepEqual(small({ n: "seven" }), fail("n", "n is not a number; lower it."));
    assert.deepEqual(small({}), fail("n", "n is not set; lower it."));
    assert.deepEqual(small({}, 9), fail("n", "n is not set, and AWS takes 9 then; lower it."));
    assert.deepEqual(small({}, 3), pass("n"));
  });

  it("that is a list is judged item by item: one object is one item, and an unknown is one fact", () => {
    const judge = (declared: unknown) => each(on(declared), "list", (item, index) => pass(`${index} ${item.field}`));
    assert.deepEqual(judge({ list: [{}, {}] }), [pass("0 list[0]"), pass("1 list[1]")]);
    assert.deepEqual(judge({ list: {} }), [pass("0 list[0]")]);
    assert.deepEqual(judge({}), []);
    assert.deepEqual(
      judge({ list: [UNKNOWN, {}] }).map(({ subject, verdict }) => [subject, verdict]),
      [
        ["list[0]", Verdict.Unknown],
        ["1 list[1]", Verdict.Pass],
      ],
    );
    assert.deepEqual(judge({ list: UNKNOWN }), [unknown("list", "list is known only at deployment.")]);
  });
});

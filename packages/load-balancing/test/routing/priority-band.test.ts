import * as assert from "node:assert/strict";
import { mistakes, record } from "@groundwork/core/testing";
import { type ListenerRuleArgs } from "@groundwork/load-balancing";
import { web } from "../balancers";

/** Rules of a load balancer's own. */
function own(...rules: Partial<ListenerRuleArgs>[]) {
  const full = rules.map((rule, index) => ({
    name: `rule${index}`,
    conditions: { paths: ["/*"] },
    action: { forward: "app" },
    ...rule,
  }));
  return [{ port: 443, rules: full }];
}

describe("bands of priorities", () => {
  it("are given out as they are declared", async () => {
    const priorityBands = { orders: { from: 1000, to: 1999 }, payments: { from: 2000, to: 2999 } };
    await record(() => assert.deepEqual(web({ priorityBands }).priorityBands, priorityBands));
    await record(() => assert.deepEqual(web().priorityBands, {}));
  });

  it("are refused where they overlap, each pair and all at once", async () => {
    const priorityBands = {
      orders: { from: 1000, to: 1999 },
      payments: { from: 1999, to: 2999 },
      search: { from: 1, to: 50000 },
    };
    const fix = "give each team numbers of its own.";
    assert.deepEqual(await mistakes(() => web({ priorityBands })), [
      `priorityBands.payments is {"from":1999,"to":2999}, but must be apart from that of orders, 1000 to 1999; ${fix}`,
      `priorityBands.search is {"from":1,"to":50000}, but must be apart from that of orders, 1000 to 1999; ${fix}`,
      `priorityBands.search is {"from":1,"to":50000}, but must be apart from that of payments, 1999 to 2999; ${fix}`,
    ]);
  });

  it("are refused where they are none", async () => {
    assert.deepEqual(await mistakes(() => web({ priorityBands: { orders: { from: 9, to: 8 } } })), [
      "priorityBands.orders.to is 8, but must be at least from, which is 9; swap the two.",
    ]);
  });

  it("are refused where the load balancer has rules of its own, by their order or by their numbers", async () => {
    const priorityBands = { orders: { from: 200, to: 1999 } };
    const fix =
      "but must be outside priorityBands.orders, 200 to 1999; begin the band above all rules of the load balancer's own, " +
      "or give them priorities outside it.";
    assert.deepEqual(
      await mistakes(() => web({ priorityBands, listeners: own({ priority: 199 }, { priority: 200 }) })),
      [`listeners[0].rules[1].priority is 200, ${fix}`],
    );
    const [problem, ...others] = await mistakes(() => web({ priorityBands, listeners: own({}) }));
    assert.match(
      problem ?? "",
      /^listeners\[0\]\.rules\[0\]\.priority is \d{3}, but must be outside priorityBands\.orders/,
    );
    assert.deepEqual(others, []);
    const apart = { orders: { from: 10000, to: 19999 } };
    assert.ok(await record(() => web({ priorityBands: apart, listeners: own({}) })));
  });
});

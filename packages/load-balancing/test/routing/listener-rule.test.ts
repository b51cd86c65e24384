import * as assert from "node:assert/strict";
import { find, mistakes, names, record, waitsFor, type Recorded } from "@groundwork/core/testing";
import { type ConditionArgs, type ListenerRuleArgs } from "@groundwork/load-balancing";
import { arn, web } from "../balancers";

const RULE = "aws:lb/listenerRule:ListenerRule";

/** The resources of a load balancer whose only listener has these rules. */
function withRules(...rules: ListenerRuleArgs[]): Promise<Recorded[]> {
  return record(() => web({ listeners: [{ port: 443, rules }] }));
}

function ruleMistakes(...rules: ListenerRuleArgs[]): Promise<string[]> {
  return mistakes(() => web({ listeners: [{ port: 443, rules }] }));
}

/** A rule with these conditions. */
function when(conditions: ConditionArgs): ListenerRuleArgs {
  return { name: "some", conditions, action: { forward: "app" } };
}

describe("listener rule", () => {
  it("takes all conditions, each value and each expression", async () => {
    const resources = await withRules(
      when({ hosts: ["*.example.com"], pathRegexes: ["^/v[12]/"], methods: ["GET"], sourceCidrs: ["10.0.0.0/8"] }),
      {
        ...when({
          headers: [{ name: "X-Version", values: ["2"] }],
          queries: [{ anyOf: [{ key: "beta", value: "on" }, { value: "debug" }] }],
        }),
        name: "other",
      },
    );
    assert.deepEqual(find(resources, RULE, "web-443-listener-rule-some").inputs["conditions"], [
      { hostHeader: { values: ["*.example.com"] } },
      { pathPattern: { regexValues: ["^/v[12]/"] } },
      { httpRequestMethod: { values: ["GET"] } },
      { sourceIp: { values: ["10.0.0.0/8"] } },
    ]);
    assert.deepEqual(find(resources, RULE, "web-443-listener-rule-other").inputs["conditions"], [
      { httpHeader: { httpHeaderName: "X-Version", values: ["2"] } },
      { queryStrings: [{ key: "beta", value: "on" }, { value: "debug" }] },
    ]);
  });

  it("rewrites host and address on the way to the target", async () => {
    const hostRewrite = { regex: "^(.*)\\.example\\.com$", replace: "$1.internal" };
    const urlRewrite = { regex: "^/api/(.*)$", replace: "/$1" };
    const resources = await withRules({ ...when({ paths: ["/api/*"] }), hostRewrite, urlRewrite });
    assert.deepEqual(find(resources, RULE).inputs["transforms"], [
      { type: "host-header-rewrite", hostHeaderRewriteConfig: { rewrite: hostRewrite } },
      { type: "url-rewrite", urlRewriteConfig: { rewrite: urlRewrite } },
    ]);
  });

  it("waits for its listener and its target group, and so outlives neither", async () => {
    const rule = find(await withRules(when({ paths: ["/"] })), RULE);
    assert.deepEqual(waitsFor(rule, "listenerArn"), ["web-443-listener"]);
    assert.deepEqual(waitsFor(rule, "actions"), ["web-app-target-group"]);
    assert.deepEqual(rule.inputs["actions"], [{ type: "forward", targetGroupArn: arn("web-app-target-group") }]);
  });

  it("is tried in the order of the list, or by the priorities that are given", async () => {
    const rules = ["zebra", "ape"].map((name) => ({ ...when({ paths: [`/${name}`] }), name }));
    const ordered = await withRules(...rules);
    const priority = (resources: Recorded[], name: string) =>
      Number(find(resources, RULE, `web-443-listener-rule-${name}`).inputs["priority"]);
    assert.ok(priority(ordered, "zebra") < priority(ordered, "ape"));
    const explicit = await withRules(...rules.map((rule, index) => ({ ...rule, priority: 10 - index })));
    assert.deepEqual([priority(explicit, "zebra"), priority(explicit, "ape")], [10, 9]);
  });

  it("is the same resource wherever it stands in the list, so that inserting another replaces none", async () => {
    const rules = ["one", "two"].map((name) => ({ ...when({ paths: [`/${name}`] }), name }));
    const before = names(await withRules(...rules), RULE);
    const after = names(await withRules({ ...when({ paths: ["/new"] }), name: "new" }, ...rules), RULE);
    assert.deepEqual(
      before.filter((name) => after.includes(name)),
      before,
    );
  });

  const cases: { it: string; rules: ListenerRuleArgs[]; mistakes: string[] }[] = [
    {
      it: "refuses one priority twice",
      rules: [
        { ...when({ paths: ["/a"] }), name: "a", priority: 5 },
        { ...when({ paths: ["/b"] }), name: "b", priority: 5 },
      ],
      mistakes: [
        "listeners[0].rules.priority is [5], but must be different on each rule of a listener; give each rule its own.",
      ],
    },
    {
      it: "refuses a priority on some rules only, because the order would be anyone's guess",
      rules: [
        { ...when({ paths: ["/a"] }), name: "a", priority: 5 },
        { ...when({ paths: ["/b"] }), name: "b" },
      ],
      mistakes: [
        'listeners[0].rules.priority is "set on 1 of 2 rules", but must be set on all rules of a listener or on none; ' +
          "leave it out everywhere, and the list's order decides.",
      ],
    },
    {
      it: "refuses a priority out of range",
      rules: [{ ...when({ paths: ["/a"] }), priority: 50001 }],
      mistakes: [
        "listeners[0].rules[0].priority is 50001, but must be a whole number from 1 to 50000; pass a number in that range.",
      ],
    },
    {
      it: "refuses one name twice, because rules are told apart by it",
      rules: [when({ paths: ["/a"] }), when({ paths: ["/b"] })],
      mistakes: ['listeners[0].rules.name is ["some"], but must be different on each rule of a listener; rename one.'],
    },
    {
      it: "refuses more values than a rule may hold",
      rules: [when({ paths: ["/a", "/b", "/c"], hosts: ["a.example.com", "b.example.com", "c.example.com"] })],
      mistakes: ["listeners[0].rules[0].conditions is 6, but must be 1 to 5 values in all; split the rule in two."],
    },
    {
      it: "refuses more wildcards than a rule may hold",
      rules: [when({ paths: ["/*/*/*", "/?/?/?"] })],
      mistakes: [
        "listeners[0].rules[0].conditions is 6, but must be at most 5 wildcards (* and ?); " +
          "split the rule in two or use one regular expression.",
      ],
    },
    {
      it: "refuses a rule for every request, which is what defaultAction is",
      rules: [when({})],
      mistakes: [
        "listeners[0].rules[0].conditions is 0, but must be 1 to 5 values in all; " +
          "say which requests the rule is for, or use defaultAction.",
      ],
    },
    {
      it: "refuses values that are too long, wrong methods, ranges without a length and the Host header as header",
      rules: [
        when({
          paths: ["x".repeat(129)],
          methods: ["get"],
          sourceCidrs: ["10.0.0.1"],
          headers: [{ name: "Host", values: ["example.com"] }],
        }),
      ],
      mistakes: [
        `listeners[0].rules[0].conditions.paths is "${"x".repeat(119)}…, but must be values of 1 to 128 characters; shorten it.`,
        'listeners[0].rules[0].conditions.methods is "get", but must be capitals, hyphens and underscores, at most 40; ' +
          "write it in capitals.",
        'listeners[0].rules[0].conditions.sourceCidrs is "10.0.0.1", but must be an address range such as 10.0.0.0/8; ' +
          "add the prefix length: /32 for one address.",
        'listeners[0].rules[0].conditions.headers[0].name is "Host", but must be a header name of at most 40 characters ' +
          "other than Host; use hosts for the Host header.",
      ],
    },
    {
      it: "refuses values beside expressions in one condition",
      rules: [when({ paths: ["/a"], pathRegexes: ["/b"] })],
      mistakes: [
        'listeners[0].rules[0].conditions.pathRegexes is ["/b"], but must be left out beside paths; ' +
          "write paths as regular expressions, too, or make two rules.",
      ],
    },
    {
      it: "refuses an empty expression, and one or a replacement that is longer than AWS takes",
      rules: [
        { ...when({ paths: ["/a"] }), hostRewrite: { regex: "", replace: "r".repeat(1025) } },
        { ...when({ paths: ["/b"] }), name: "other", urlRewrite: { regex: "x".repeat(1025), replace: "" } },
      ],
      mistakes: [
        'listeners[0].rules[0].hostRewrite.regex is "", but must be an expression of 1 to 1024 characters; pass one of that length.',
        `listeners[0].rules[0].hostRewrite.replace is "${"r".repeat(119)}…, but must be at most 1024 characters; shorten it.`,
        `listeners[0].rules[1].urlRewrite.regex is "${"x".repeat(119)}…, but must be an expression of 1 to 1024 characters; ` +
          "pass one of that length.",
      ],
    },
    {
      it: "refuses a target group that is not there",
      rules: [{ ...when({ paths: ["/a"] }), action: { forward: "ap" } }],
      mistakes: [
        'listeners[0].rules[0].action.forward is "ap", but must be one of app; name a target group that is there or add this one.',
      ],
    },
  ];
  for (const test of cases) {
    it(test.it, async () => {
      assert.deepEqual(await ruleMistakes(...test.rules), test.mistakes);
    });
  }
});

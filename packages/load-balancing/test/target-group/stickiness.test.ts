import * as assert from "node:assert/strict";
import { find, mistakes, record } from "@groundwork/core/testing";
import { type ApplicationListenerArgs, type StickinessArgs } from "@groundwork/load-balancing";
import { web } from "../balancers";

async function inputsOf(stickiness: StickinessArgs): Promise<unknown> {
  const resources = await record(() => web({ targetGroups: { app: { port: 443, stickiness } } }));
  return find(resources, "aws:lb/targetGroup:TargetGroup").inputs["stickiness"];
}

function mistakesIn(stickiness: StickinessArgs): Promise<string[]> {
  return mistakes(() => web({ targetGroups: { app: { port: 443, stickiness } } }));
}

/** A listener that shares out requests between two target groups. */
function weighted(stickinessSeconds?: number): ApplicationListenerArgs[] {
  const targets = [
    { targetGroup: "one", weight: 1 },
    { targetGroup: "two", weight: 1 },
  ];
  return [{ port: 443, defaultAction: { weightedForward: { targets, stickinessSeconds } } }];
}

describe("stickiness", () => {
  it("keeps a client at a target by the application's cookie", async () => {
    assert.deepEqual(await inputsOf({ applicationCookie: { name: "SESSION", durationSeconds: 3600 } }), {
      enabled: true,
      type: "app_cookie",
      cookieName: "SESSION",
      cookieDuration: 3600,
    });
  });

  it("keeps a client at a target by the load balancer's cookie, for a day by default", async () => {
    assert.deepEqual(await inputsOf({ loadBalancerCookie: {} }), {
      enabled: true,
      type: "lb_cookie",
      cookieDuration: 86400,
    });
  });

  for (const name of ["AWSALB", "AWSALBAPP-0", "AWSALBTG", "AWSALBCORS", "awsalbtgcors"]) {
    it(`refuses the cookie name ${name}, which the load balancer uses itself`, async () => {
      assert.deepEqual(await mistakesIn({ applicationCookie: { name } }), [
        `targetGroups.app.stickiness.applicationCookie.name is "${name}", but must be a name that does not start with ` +
          "AWSALB, AWSALBAPP, AWSALBTG, which the load balancer uses itself; rename the application's cookie.",
      ]);
    });
  }

  for (const durationSeconds of [0, 604801]) {
    it(`refuses a duration of ${durationSeconds} seconds, which is outside AWS's range`, async () => {
      assert.deepEqual(await mistakesIn({ applicationCookie: { name: "SESSION", durationSeconds } }), [
        `targetGroups.app.stickiness.applicationCookie.durationSeconds is ${durationSeconds}, but must be a whole number ` +
          "from 1 to 604800 seconds; pass a number in that range.",
      ]);
    });
  }

  it("takes both ends of the range", async () => {
    for (const durationSeconds of [1, 604800]) {
      await record(() =>
        web({ targetGroups: { app: { port: 443, stickiness: { loadBalancerCookie: { durationSeconds } } } } }),
      );
    }
  });

  it("refuses the client's address, which only a Network Load Balancer goes by", async () => {
    assert.deepEqual(await mistakesIn({ sourceIp: true }), [
      "targetGroups.app.stickiness.sourceIp is true, but must be left out on an Application Load Balancer; " +
        "use applicationCookie or loadBalancerCookie.",
    ]);
  });

  it("refuses two kinds at once", async () => {
    assert.deepEqual(await mistakesIn({ applicationCookie: { name: "SESSION" }, loadBalancerCookie: {} }), [
      'targetGroups.app.stickiness is {"applicationCookie":{"name":"SESSION"},"loadBalancerCookie":{}}, but must be exactly ' +
        "one of applicationCookie, loadBalancerCookie, sourceIp; keep one, or leave stickiness out.",
    ]);
  });

  it("refuses an application cookie with weights, which AWS does not support, and offers what works", async () => {
    const sticky = { port: 443, stickiness: { applicationCookie: { name: "SESSION" } } };
    const problems = await mistakes(() =>
      web({ targetGroups: { one: sticky, two: { port: 443 } }, listeners: weighted(3600) }),
    );
    assert.deepEqual(problems, [
      'listeners[0].defaultAction.weightedForward includes target group "one", which is sticky by application cookie, and ' +
        "AWS does not support that with weights; switch all at once by forwarding to one target group or the other, send " +
        "chosen clients to one of them by a rule on a header, or use loadBalancerCookie.",
    ]);
  });

  it("wants the forward sticky, too, where one of its groups is sticky by load-balancer cookie", async () => {
    const sticky = { port: 443, stickiness: { loadBalancerCookie: {} } };
    const change = { targetGroups: { one: sticky, two: { port: 443 } } };
    assert.deepEqual(await mistakes(() => web({ ...change, listeners: weighted() })), [
      'listeners[0].defaultAction.weightedForward includes target group "one", which is sticky by load-balancer cookie, ' +
        "so the forward must be sticky, too; set stickinessSeconds.",
    ]);
    const resources = await record(() => web({ ...change, listeners: weighted(3600) }));
    const [action] = find(resources, "aws:lb/listener:Listener").inputs["defaultActions"] as { forward: unknown }[];
    assert.deepEqual((action?.forward as { stickiness: unknown }).stickiness, { enabled: true, duration: 3600 });
  });
});

import * as assert from "node:assert/strict";
import * as path from "node:path";
import { assertGroups, change, deployOnce, having, onFork, STACK, steps, succeeded } from "./harness/change";
import { ProjectCopy } from "./harness/project";
import { Pulumi } from "./harness/pulumi";
import { describeEngine, itEach } from "./harness/suite";
import { Cloud, type Living } from "./provider/cloud";

/** An edit of a program, and the steps that it takes. */
interface Edit {
  it: string;
  setting: string;
  /** A setting that is deployed before. */
  first?: string;
  /** The steps, in groups of which each comes after the one before. */
  steps: string[][];
}

/** What replaces a target group that rules forward to. */
function replaced(group: string, rules: string[], opened: string[] = [], closed: string[] = []): string[][] {
  return [
    [`create-replacement ${group} port`, `replace ${group}`, ...opened],
    rules.map((rule) => `update ${rule} actions`),
    [`delete-replaced ${group}`, ...closed],
  ];
}

const LIST = "orders-listener-rule-list";
const DETAIL = "orders-listener-rule-detail";

const team: Edit[] = [
  {
    it: "inserts a rule before all others, within the band",
    setting: "orders:rules=new,list,detail",
    steps: [["create orders-listener-rule-new", `update ${LIST} priority`, `update ${DETAIL} priority`]],
  },
  {
    it: "removes the first rule, and moves the other up",
    setting: "orders:rules=detail",
    steps: [[`update ${DETAIL} priority`], [`delete ${LIST}`]],
  },
  {
    it: "swaps two rules, though AWS refuses a number that the other still has",
    setting: "orders:rules=detail,list",
    steps: [[`update ${LIST} priority`, `update ${DETAIL} priority`]],
  },
  {
    it: "moves to another band, in place",
    setting: "orders:band=ordersLater",
    steps: [[`update ${LIST} priority`, `update ${DETAIL} priority`]],
  },
  {
    it: "changes the port of a target group, switched to once it is open on both sides",
    setting: "orders:port=9443",
    steps: replaced(
      "orders-app-target-group",
      [LIST, DETAIL],
      ["create orders-egress-tcp-9443-targets", "create orders-ingress-tcp-9443-load-balancer"],
      ["delete orders-egress-tcp-8443-targets", "delete orders-ingress-tcp-8443-load-balancer"],
    ),
  },
  {
    it: "changes the port of a target group that is a component of its own",
    setting: "payments:port=9444",
    steps: replaced("payments-target-group", ["payments-listener-rule-pay"]),
  },
  {
    it: "attaches a certificate to the owner's listener",
    setting: "orders:certificate=true",
    steps: [["create orders-sni-own-listener-certificate"]],
  },
  {
    it: "takes its certificate off the owner's listener",
    first: "orders:certificate=true",
    setting: "orders:certificate=false",
    steps: [["delete orders-sni-own-listener-certificate"]],
  },
  {
    it: "leads another name to the load balancer",
    setting: "orders:names=orders.example.com,shop.example.com",
    steps: [["create orders-alias-shop.example.com-A"]],
  },
  {
    it: "leads a name to a load balancer of which only the ARN is known",
    setting: "adopted:alias=true",
    steps: [["create adopted-alias-shop.example.com-A"]],
  },
  {
    it: "leads that name away again",
    first: "adopted:alias=true",
    setting: "adopted:alias=false",
    steps: [["delete adopted-alias-shop.example.com-A"]],
  },
];

const owner: Edit[] = [
  {
    it: "takes addresses from an IPAM pool, in place",
    setting: "owner:pool=ipam-pool-1",
    steps: [["update shared-load-balancer ipamPools"]],
  },
  {
    it: "takes none from it any more",
    first: "owner:pool=ipam-pool-1",
    setting: "owner:pool=none",
    steps: [["update shared-load-balancer ipamPools"]],
  },
  {
    it: "asks clients of a Network Load Balancer for certificates, once it is known which to trust",
    setting: "owner:trusts=true",
    steps: [["create edge-443-trust-store"], ["update edge-443-listener mutualAuthentication"]],
  },
  {
    it: "asks them for none any more, and only then forgets which to trust",
    first: "owner:trusts=true",
    setting: "owner:trusts=false",
    steps: [["update edge-443-listener mutualAuthentication"], ["delete edge-443-trust-store"]],
  },
  {
    it: "lets other accounts connect by PrivateLink",
    setting: "owner:principals=444455556666",
    steps: [["update edge-endpoint-service allowedPrincipals"]],
  },
  {
    it: "moves a Network Load Balancer to another subnet, with a target group of its own, since one serves one of them",
    setting: "owner:edgeSubnets=subnet-1,subnet-3",
    steps: [
      [
        "create-replacement edge-load-balancer subnets",
        "create-replacement edge-app-target-group replaceWith",
        "replace edge-load-balancer",
        "replace edge-app-target-group",
      ],
      ["create-replacement edge-443-listener loadBalancerArn", "replace edge-443-listener"],
      ["update edge-endpoint-service networkLoadBalancerArns"],
      ["delete-replaced edge-443-listener"],
      ["delete-replaced edge-app-target-group", "delete-replaced edge-load-balancer"],
    ],
  },
  {
    it: "gives a third team a band, which changes nothing that is deployed",
    setting: "owner:third=true",
    steps: [],
  },
];

/** Makes an edit, and fails unless it takes just these steps, in order, and leaves nothing to do. */
async function assertEdit(deployed: ProjectCopy, edit: Edit): Promise<Living[]> {
  const done = await change(deployed, edit.setting, undefined, edit.first);
  assertGroups(done.taken, edit.steps);
  assert.deepEqual(done.afterwards, []);
  return done.living;
}

/** What lives of the owner's stack, as it is. */
function owned(living: Living[]): Living[] {
  return living
    .filter(({ name }) => /^(shared|edge|lent)-/.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** What lives in a project's account. */
function account(project: ProjectCopy): Living[] {
  return new Cloud(path.join(project.scratch, "cloud")).all();
}

describeEngine("a team on a load balancer that another stack owns", () => {
  const deployed = deployOnce("sharing-team", "sharing-owner");

  it("has its rules within its band, on the owner's listener", () => {
    const living = account(deployed());
    const listener = living.find(({ name }) => name === "shared-443-listener");
    const rules = living.filter(({ name }) => name.startsWith("orders-listener-rule-"));
    assert.equal(rules.length, 2);
    for (const { name, inputs } of rules) {
      assert.equal(inputs["listenerArn"], listener?.id, name);
      assert.ok(Number(inputs["priority"]) >= 1000 && Number(inputs["priority"]) <= 1999, name);
    }
  });

  itEach(
    team,
    (edit) => `${edit.it}, and nothing of the owner's: ${edit.setting}`,
    async (edit) => assert.deepEqual(owned(await assertEdit(deployed(), edit)), owned(account(deployed()))),
  );

  it("leaves, and all that is left is the owner's, as it was", async () => {
    const before = account(deployed());
    await onFork(deployed(), async (pulumi) => {
      succeeded(await pulumi.destroy(STACK));
      assert.ok(before.length > owned(before).length);
      assert.deepEqual(owned(pulumi.cloud.all()), owned(before));
      assert.deepEqual(pulumi.cloud.all().length, owned(before).length);
    });
  });

  it("follows the owner to another load balancer, with target groups of its own there", async () => {
    await onFork(deployed(), async (pulumi, project) => {
      const stack = ProjectCopy.ofBundledProgram("sharing-owner");
      try {
        succeeded(await new Pulumi(stack, project.scratch).up(STACK, having("owner:internal=true")));
      } finally {
        stack.remove();
      }
      const taken = steps(succeeded(await pulumi.up(STACK)));
      const made = (rule: string) => [`create-replacement ${rule} listenerArn`, `replace ${rule}`];
      const payments = "payments-listener-rule-pay";
      const groups = [
        ["create-replacement orders-app-target-group", "replace orders-app-target-group"],
        [LIST, DETAIL].flatMap(made),
        ["update orders-alias-orders.example.com-A aliases"],
        [LIST, DETAIL].map((rule) => `delete-replaced ${rule}`),
        ["delete-replaced orders-app-target-group"],
      ];
      assertGroups(taken, groups, [...made(payments), `delete-replaced ${payments}`]);
      assert.deepEqual(steps(succeeded(await pulumi.up(STACK))), []);
    });
  });

  it("is refused more rules than its band has room for, as soon as the band is known", async () => {
    await onFork(deployed(), async (pulumi) => {
      const many = Array.from({ length: 23 }, (_, index) => `rule${index}`).join();
      const run = await pulumi.up(STACK, having(`orders:rules=${many}`));
      assert.notEqual(run.code, 0);
      assert.match(run.output, /rules is 23, but must be at most 22 rules in the order of the list/);
      assert.deepEqual(steps(run), []);
    });
  });
});

describeEngine("the owner of a load balancer", () => {
  const deployed = deployOnce("sharing-owner");

  itEach(
    owner,
    ({ it, setting }) => `${it}: ${setting}`,
    async (edit) => {
      await assertEdit(deployed(), edit);
    },
  );
});

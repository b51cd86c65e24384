import * as assert from "node:assert/strict";
import { type Change, each, only } from "../harness/change";
import { type Living, names } from "../provider/cloud";
import { recordName } from "../provider/records";
import { textOf } from "../provider/values";

/** The account of the zone that is not the stack's. */
export const OTHER_ACCOUNT = "222233334444";

/** A change to the program `names`, and what it comes to. */
export interface Edit {
  what: string;
  setting: string;
  /** The steps, with the inputs that they update or that force a replacement. */
  taken: string[];
  /** Lines of which each group comes after all of the one before. */
  inOrder?: string[][];
  /** What a preview foresees beside these, because it does not know yet that AWS asks for the same proofs. */
  foreseen?: string[];
  /** What holds afterwards. */
  holds?: (done: Change) => void;
}

/** The setting that gives load balancers other arguments; null takes one away. */
function giving(edits: object): string {
  return `names:edits=${JSON.stringify(edits)}`;
}

/** Lines for a resource that is made anew before the old one is deleted. */
function replaced(name: string, ...inputs: string[]): string[] {
  return [["create-replacement", name, ...inputs].join(" "), `replace ${name}`, `delete-replaced ${name}`];
}

const zone = { hostedZoneId: "Z1" };
const www = { name: "www.example.com", ...zone };
const apex = { name: "example.com", ...zone };
const db = { name: "db.example.com", ...zone };
const certificate = { domainName: "www.example.com", alternativeNames: ["example.com"], ...zone };

/** What a certificate's replacement is beside its records: the listener takes the new one once it is proven, the old goes last. */
function reissued(balancer: string, inputs: string[], validated: string[]): Pick<Edit, "taken" | "inOrder"> {
  const [certificate, validation] = [`${balancer}-certificate`, `${balancer}-certificate-validation`];
  const listener = `update ${balancer}-443-listener certificateArn`;
  return {
    taken: [...replaced(certificate, ...inputs), ...replaced(validation, ...validated), listener],
    inOrder: [
      [`create-replacement ${certificate} ${inputs.join(" ")}`],
      [`create-replacement ${validation} ${validated.join(" ")}`],
      [listener],
      [`delete-replaced ${certificate}`],
    ],
  };
}

const shop = "web-validation-record-shop.example.com";
const [wwwProof, apexProof] = ["web-validation-record-www.example.com", "web-validation-record-example.com"];

/** The edits of names and certificates. */
export const edits: Edit[] = [
  {
    what: "a certificate's domain: the listener takes the new one once it is proven, and the old one goes last",
    setting: giving({ web: { certificate: { ...certificate, domainName: "shop.example.com" } } }),
    ...withMore(
      reissued("web", ["domainName", "subjectAlternativeNames"], ["certificateArn", "validationRecordFqdns"]),
      [`create ${shop}`, `delete ${wwwProof}`],
    ),
    foreseen: replaced(apexProof),
    holds: (done) => {
      assertProven(done.living);
      assertServes(done, "web");
    },
  },
  {
    what: "a further name",
    setting: giving({
      web: { certificate: { ...certificate, alternativeNames: ["example.com", "shop.example.com"] } },
    }),
    ...withMore(reissued("web", ["subjectAlternativeNames"], ["certificateArn", "validationRecordFqdns"]), [
      `create ${shop}`,
    ]),
    foreseen: [...replaced(apexProof), ...replaced(wwwProof)],
    holds: (done) => assertServes(done, "web"),
  },
  {
    what: "the last further name gone, which AWS would keep if it were only left out",
    setting: giving({ web: { certificate: { domainName: "www.example.com", ...zone } } }),
    ...withMore(reissued("web", ["subjectAlternativeNames"], ["certificateArn", "validationRecordFqdns"]), [
      `delete ${apexProof}`,
    ]),
    foreseen: replaced(wwwProof),
    holds: (done) => {
      assertProven(done.living);
      assert.deepEqual(only(done.living, "web-certificate").inputs["subjectAlternativeNames"], ["www.example.com"]);
    },
  },
  {
    what: "the key algorithm gone, which AWS would keep, too",
    setting: giving({ twin: { certificate: { domainName: "*.example.com", ...zone } } }),
    ...reissued("twin", ["keyAlgorithm"], ["certificateArn"]),
    foreseen: replaced("twin-validation-record-example.com"),
    holds: (done) => assert.equal(only(done.living, "twin-certificate").inputs["keyAlgorithm"], "RSA_2048"),
  },
  {
    what: "a certificate's zone: the same proofs there too, the certificate as it is",
    setting: giving({ web: { certificate: { ...certificate, hostedZoneId: "Z2" } } }),
    taken: [...replaced(wwwProof, "zoneId"), ...replaced(apexProof, "zoneId")],
    foreseen: replaced("web-certificate-validation"),
    holds: ({ gone, living }) => {
      assert.deepEqual(gone, []);
      assertProven(living);
    },
  },
  {
    what: "a load balancer gone whose names others have, with its certificate and without their proofs",
    setting: giving({ edge: null }),
    taken: each("delete", [
      "edge",
      "edge-443-listener",
      "edge-alias-db.example.com-A",
      "edge-app-target-group",
      "edge-certificate",
      "edge-certificate-validation",
      "edge-egress-tcp-8443-anywhere-ipv4",
      "edge-ingress-tcp-443-office",
      "edge-load-balancer",
      "edge-security-group",
      "edge-validation-record-www.example.com",
    ]),
    inOrder: [["delete edge-443-listener"], ["delete edge-certificate"]],
    holds: ({ living }) => assertProven(living),
  },
  {
    what: "a certificate beside the listener's own, for the wildcard of a name that is proven already",
    setting: giving({
      web: {
        listeners: [
          { port: 443, extraCertificates: { wild: { domainName: "*.example.com", ...zone } } },
          { port: 80, protocol: "HTTP" },
        ],
      },
    }),
    taken: each("create", [
      "web-443-sni-wild-certificate",
      "web-443-sni-wild-validation-record-example.com",
      "web-443-sni-wild-certificate-validation",
      "web-443-sni-wild-listener-certificate",
    ]),
    inOrder: [["create web-443-sni-wild-certificate-validation"], ["create web-443-sni-wild-listener-certificate"]],
    holds: ({ living }) => assertProven(living),
  },
  {
    what: "a name more",
    setting: giving({ web: { aliases: [www, apex, { ...www, name: "shop.example.com" }] } }),
    taken: ["create web-alias-shop.example.com-A"],
  },
  {
    what: "a name less",
    setting: giving({ web: { aliases: [apex] } }),
    taken: ["delete web-alias-www.example.com-A"],
  },
  {
    what: "a name in a private zone beside the public one",
    setting: giving({ web: { aliases: [www, apex, { ...www, key: "private", hostedZoneId: "Z2" }] } }),
    taken: ["create web-alias-www.example.com-private-A"],
  },
  {
    what: "the zone of a name: there first, then gone here",
    setting: giving({ web: { aliases: [{ ...www, hostedZoneId: "Z2" }, apex] } }),
    taken: replaced("web-alias-www.example.com-A", "zoneId"),
    inOrder: [
      ["create-replacement web-alias-www.example.com-A zoneId"],
      ["delete-replaced web-alias-www.example.com-A"],
    ],
  },
  {
    what: "a name that moves to another load balancer of the stack, as the record that it is",
    setting: "names:leads=moved",
    taken: ["update twin-alias-www.example.com-A aliases"],
    holds: ({ living }) => assertLeadsTo(living, "www.example.com", "twin-load-balancer"),
  },
  {
    what: "a weight",
    setting: giving({ edge: { aliases: [{ ...db, routing: { setIdentifier: "edge", weight: 50 } }] } }),
    taken: ["update edge-alias-db.example.com-A weightedRoutingPolicies"],
  },
  {
    what: "a name's only record that becomes one of several",
    setting: giving({ web: { aliases: [{ ...www, routing: { setIdentifier: "web", weight: 50 } }, apex] } }),
    taken: ["update web-alias-www.example.com-A setIdentifier weightedRoutingPolicies"],
  },
  {
    what: "one of several that becomes a name's only record",
    setting: giving({ edge: { aliases: [db] } }),
    taken: ["update edge-alias-db.example.com-A setIdentifier weightedRoutingPolicies"],
  },
  {
    what: "another kind of routing, with another set identifier",
    setting: giving({
      edge: { aliases: [{ ...db, routing: { setIdentifier: "nearest", latencyRegion: "eu-central-1" } }] },
    }),
    taken: ["update edge-alias-db.example.com-A latencyRoutingPolicies setIdentifier weightedRoutingPolicies"],
  },
  {
    what: "a domain in place of the certificate and the aliases that it is made of: nothing",
    setting: giving({ web: { certificate: null, aliases: null, domain: { ...www, alternativeNames: [apex] } } }),
    taken: [],
  },
  {
    what: "a role where the stack's own credentials did: a provider, and no record",
    setting: giving({
      web: { aliases: [{ ...www, hostedZoneRoleArn: "arn:aws:iam::123456789012:role/names" }, apex] },
    }),
    taken: ["create web-hosted-zone-provider-123456789012"],
  },
  {
    what: "the role of a zone's account: the provider, and no record",
    setting: "names:role=other",
    taken: [`update far-hosted-zone-provider-${OTHER_ACCOUNT} assumeRoles`],
  },
];

/** The same with steps that come at no certain time. */
function withMore(edit: Pick<Edit, "taken" | "inOrder">, more: string[]): Pick<Edit, "taken" | "inOrder"> {
  return { ...edit, taken: [...edit.taken, ...more] };
}

/** Fails unless each certificate finds its proofs in DNS, as its next renewal needs them. */
function assertProven(living: Living[]): void {
  const proofs = living.filter(({ inputs }) => inputs["type"] === "CNAME").map(({ inputs }) => recordName(inputs));
  const certificates = living.filter(({ token }) => token === "aws:acm/certificate:Certificate");
  assert.ok(certificates.length >= 3, `${certificates.length} certificates`);
  for (const { name, outputs } of certificates) {
    for (const option of outputs["domainValidationOptions"] as { resourceRecordName: string }[]) {
      assert.ok(proofs.includes(recordName({ name: option.resourceRecordName })), `${name}: ${JSON.stringify(option)}`);
    }
  }
}

/** Fails unless a load balancer's listener has its new certificate. */
function assertServes({ living, gone }: Change, balancer: string): void {
  const { inputs } = only(living, `${balancer}-443-listener`);
  const has = [living, gone].map((all) => names(inputs, only(all, `${balancer}-certificate`)));
  assert.deepEqual(has, [true, false]);
}

/** Fails unless a name leads to a load balancer. */
function assertLeadsTo(living: Living[], name: string, balancer: string): void {
  const [record, ...others] = living.filter(({ inputs }) => inputs["type"] === "A" && recordName(inputs) === name);
  assert.ok(record !== undefined && others.length === 0, name);
  const dnsName = textOf(only(living, balancer).outputs, "dnsName") ?? "";
  assert.match(JSON.stringify(record.inputs["aliases"]), new RegExp(`"${dnsName}"`));
}

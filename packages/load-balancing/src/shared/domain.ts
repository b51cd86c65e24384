import { type Checks } from "@groundwork/core";
import { checkAliases } from "./alias";
import { type AliasArgs } from "./alias-args";
import { certificateRoles, checkCertificate } from "./certificate";
import { type CertificateArgs } from "./certificate-args";
import { type DomainArgs, type DomainNameArgs } from "./domain-args";
import { checkZoneRoles } from "./hosted-zone";
import { type TlsListener } from "./tls";

/** The names of a load balancer, as its arguments give them. */
export interface NamesArgs {
  domain?: DomainArgs;
  certificate?: CertificateArgs;
  aliases?: AliasArgs[];
}

/** The names of a load balancer, whichever arguments gave them. */
export interface PlannedNames {
  certificate: CertificateArgs | undefined;
  aliases: AliasArgs[];
}

/** A domain is a certificate and aliases: what is made has the names that it would have if those were given. */
export function planNames({ domain, certificate, aliases = [] }: NamesArgs): PlannedNames {
  if (domain === undefined) {
    return { certificate, aliases };
  }
  const { name, alternativeNames = [], hostedZoneId, hostedZoneRoleArn } = domain;
  const { keyAlgorithm, deleteValidationRecords, evaluateTargetHealth, routing, movedFrom } = domain;
  const zoneOf = (further: DomainNameArgs) =>
    further.hostedZoneId === undefined
      ? { hostedZoneId, hostedZoneRoleArn: further.hostedZoneRoleArn ?? hostedZoneRoleArn }
      : { hostedZoneId: further.hostedZoneId, hostedZoneRoleArn: further.hostedZoneRoleArn };
  const names = [
    { name, hostedZoneId, hostedZoneRoleArn },
    ...alternativeNames.map((further) => ({ name: further.name, ...zoneOf(further) })),
  ];
  const elsewhere = alternativeNames.filter((further) => further.hostedZoneId !== undefined);
  return {
    certificate: certificate ?? {
      domainName: name,
      alternativeNames: alternativeNames.map((further) => further.name),
      hostedZoneId,
      hostedZoneRoleArn,
      hostedZones: Object.fromEntries(elsewhere.map((further) => [further.name.replace(/^\*\./, ""), zoneOf(further)])),
      keyAlgorithm,
      deleteValidationRecords,
    },
    aliases: [...names.map((each) => ({ ...each, evaluateTargetHealth, routing, movedFrom })), ...aliases],
  };
}

/**
 * Records the mistakes in a load balancer's names.
 *
 * @param listeners Those that end TLS.
 */
export function checkNames(checks: Checks, args: NamesArgs, listeners: TlsListener[]): void {
  const { domain } = args;
  const planned = planNames(args);
  if (planned.certificate !== undefined) {
    checkCertificate(checks, args.certificate === undefined ? "domain" : "certificate", planned.certificate);
  }
  const own = (args.aliases ?? []).map((_, index) => `aliases[${index}]`);
  const ofDomain = Array.from<string>({ length: planned.aliases.length - own.length }).fill("domain");
  checkAliases(checks, [...ofDomain, ...own], planned.aliases);
  if (domain !== undefined) {
    checks.leftOut(
      "certificate",
      args.certificate,
      "beside domain, which has one made",
      "remove it, or give the name in aliases instead of domain",
    );
    checks.that(
      listeners.some((listener) => listener.certificate === undefined),
      "domain",
      domain.name,
      "left out where no listener takes its certificate",
      "let a listener end TLS without a certificate of its own, or give the name in aliases",
    );
  }
  checkZoneRoles(checks, [
    ...certificateRoles(planned.certificate),
    ...planned.aliases.map((alias) => alias.hostedZoneRoleArn),
    ...listeners.flatMap(({ certificate, extraCertificates = {} }) =>
      [certificate, ...Object.values(extraCertificates)].flatMap(certificateRoles),
    ),
  ]);
}

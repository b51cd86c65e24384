import { type Checks, nameTag } from "@groundwork/core";
import * as acm from "@pulumi/aws/acm";
import * as lb from "@pulumi/aws/lb";
import * as route53 from "@pulumi/aws/route53";
import type * as pulumi from "@pulumi/pulumi";
import { type CertificateArgs, DEFAULT_KEY_ALGORITHM, KeyAlgorithm } from "./certificate-args";
import { type HostedZoneArgs } from "./hosted-zone-args";
import { type ZoneContext } from "./hosted-zone";

/** The longest domain that a certificate can be made out to, in characters; alternative names may be longer. */
const DOMAIN_NAME_LIMIT = 64;

/** Records the mistakes in a certificate. */
export function checkCertificate(checks: Checks, field: string, args: CertificateArgs): void {
  const made = args.domainName !== undefined;
  checks.that(
    made !== (args.certificateArn !== undefined),
    field,
    args,
    "either certificateArn or domainName",
    "pass a certificate or have one made",
  );
  checks.that(
    !made || args.hostedZoneId !== undefined,
    `${field}.hostedZoneId`,
    args.hostedZoneId,
    "the hosted zone of domainName",
    "pass it: ACM proves through it that the domain is yours",
  );
  const ofMade = ["alternativeNames", "hostedZoneId", "hostedZoneRoleArn", "hostedZones", "keyAlgorithm"] as const;
  for (const key of [...ofMade, "deleteValidationRecords"] as const) {
    checks.that(
      made || args[key] === undefined,
      `${field}.${key}`,
      args[key],
      "left out beside certificateArn",
      "it belongs to a certificate to make",
    );
  }
  for (const domain of domains(args)) {
    checkDomainName(checks, field, domain);
  }
  checks.that(
    (args.domainName?.length ?? 0) <= DOMAIN_NAME_LIMIT,
    `${field}.domainName`,
    args.domainName,
    `at most ${DOMAIN_NAME_LIMIT} characters`,
    "begin with a shorter name, and make this one an alternative name",
  );
  for (const domain of Object.keys(args.hostedZones ?? {})) {
    checks.that(
      provenDomains(args).includes(domain),
      `${field}.hostedZones`,
      domain,
      `one of ${provenDomains(args).join(", ") || "the certificate's domains"}`,
      "name a domain of the certificate, without its wildcard",
    );
  }
  checks.oneOf(`${field}.keyAlgorithm`, args.keyAlgorithm, Object.values(KeyAlgorithm));
}

/** Records a mistake unless a text is a domain name that ACM and Route 53 take as it stands. */
export function checkDomainName(checks: Checks, field: string, domain: string): void {
  checks.that(
    /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(domain) && domain.length <= 253,
    field,
    domain,
    "a domain name in lower case, with * at most as its first label",
    "correct it",
  );
}

/** The roles by which the records of a certificate are written. */
export function certificateRoles(args: CertificateArgs | undefined): (string | undefined)[] {
  return [args?.hostedZoneRoleArn, ...Object.values(args?.hostedZones ?? {}).map((zone) => zone.hostedZoneRoleArn)];
}

function domains(args: CertificateArgs): string[] {
  return [...(args.domainName === undefined ? [] : [args.domainName]), ...(args.alternativeNames ?? [])];
}

/** The domains that are proven: a wildcard and its own domain by one and the same record. */
function provenDomains(args: CertificateArgs): string[] {
  return [...new Set(domains(args).map((domain) => domain.replace(/^\*\./, "")))];
}

/** The ARN of a certificate that is ready to use: a listener that takes it waits for the validation. */
export function createCertificate(context: ZoneContext, args: CertificateArgs): pulumi.Input<string> {
  const { parent, name, tags } = context;
  if (args.domainName === undefined || args.hostedZoneId === undefined) {
    return args.certificateArn ?? "";
  }
  const certificate = new acm.Certificate(
    `${name}-certificate`,
    {
      domainName: args.domainName,
      // With the domain itself, as AWS has them: an empty list would leave those that were.
      subjectAlternativeNames: [...new Set(domains(args))],
      keyAlgorithm: args.keyAlgorithm ?? DEFAULT_KEY_ALGORITHM,
      validationMethod: "DNS",
      tags: nameTag(name, tags),
    },
    { parent },
  );
  const { hostedZoneId, hostedZoneRoleArn } = args;
  const records = provenDomains(args).map((domain) =>
    createProof(context, domain, {
      certificate,
      zone: args.hostedZones?.[domain] ?? { hostedZoneId, hostedZoneRoleArn },
      retainOnDelete: args.deleteValidationRecords !== true,
    }),
  );
  const validation = new acm.CertificateValidation(
    `${name}-certificate-validation`,
    { certificateArn: certificate.arn, validationRecordFqdns: records.map((record) => record.fqdn) },
    { parent, aliases: [{ name: `${name}-validation` }] },
  );
  return validation.certificateArn;
}

/** What proves a domain. */
interface Proof {
  certificate: acm.Certificate;
  zone: HostedZoneArgs;
  retainOnDelete: boolean;
}

/**
 * The record that proves a domain. Another certificate of the account, in this stack or any other, may be proven by the
 * same one: so it is written whether it is there or not, and stays for the other's renewals.
 */
function createProof(
  { parent, name, zoneProvider }: ZoneContext,
  domain: string,
  { certificate, zone, retainOnDelete }: Proof,
): route53.Record {
  const option = certificate.domainValidationOptions.apply((options) =>
    options.find((candidate) => candidate.domainName.replace(/^\*\./, "") === domain),
  );
  return new route53.Record(
    `${name}-validation-record-${domain}`,
    {
      zoneId: zone.hostedZoneId,
      name: option.apply((found) => found?.resourceRecordName ?? ""),
      type: option.apply((found) => found?.resourceRecordType ?? ""),
      records: [option.apply((found) => found?.resourceRecordValue ?? "")],
      ttl: 300,
      allowOverwrite: true,
    },
    {
      parent,
      provider: zoneProvider(zone.hostedZoneRoleArn),
      retainOnDelete,
      aliases: [{ name: `${name}-validation-${domain}` }],
    },
  );
}

/** Certificates beside a listener's own, each under its key: adding, removing and reordering touch no other. */
export function attachCertificates(
  context: ZoneContext,
  listenerArn: pulumi.Input<string>,
  certificates: Record<string, CertificateArgs>,
): lb.ListenerCertificate[] {
  return Object.entries(certificates).map(([key, certificate]) => {
    const name = `${context.name}-sni-${key}`;
    const certificateArn = createCertificate({ ...context, name }, certificate);
    return new lb.ListenerCertificate(
      `${name}-listener-certificate`,
      { listenerArn, certificateArn },
      { parent: context.parent, aliases: [{ name }] },
    );
  });
}

import { type Checks, type Context, nameTag } from "@groundwork/core";
import * as acm from "@pulumi/aws/acm";
import * as lb from "@pulumi/aws/lb";
import * as route53 from "@pulumi/aws/route53";
import type * as pulumi from "@pulumi/pulumi";
import { type CertificateArgs } from "./certificate-args";

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
  for (const key of ["alternativeNames", "hostedZoneId"] as const) {
    checks.that(
      made || args[key] === undefined,
      `${field}.${key}`,
      args[key],
      "left out beside certificateArn",
      "it belongs to a certificate to make",
    );
  }
  for (const domain of domains(args)) {
    checks.that(
      /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(domain) && domain.length <= 253,
      field,
      domain,
      "a domain name in lower case, with * at most as its first label",
      "correct it",
    );
  }
}

function domains(args: CertificateArgs): string[] {
  return [...(args.domainName === undefined ? [] : [args.domainName]), ...(args.alternativeNames ?? [])];
}

/** The ARN of a certificate that is ready to use: a listener that takes it waits for the validation. */
export function createCertificate({ parent, name, tags }: Context, args: CertificateArgs): pulumi.Input<string> {
  if (args.domainName === undefined || args.hostedZoneId === undefined) {
    return args.certificateArn ?? "";
  }
  const certificate = new acm.Certificate(
    `${name}-certificate`,
    {
      domainName: args.domainName,
      subjectAlternativeNames: args.alternativeNames,
      validationMethod: "DNS",
      tags: nameTag(name, tags),
    },
    { parent },
  );
  const zoneId = args.hostedZoneId;
  // A wildcard and its own domain are proven by one and the same record.
  const proven = [...new Set(domains(args).map((domain) => domain.replace(/^\*\./, "")))];
  const records = proven.map((domain) => {
    const option = certificate.domainValidationOptions.apply((options) =>
      options.find((candidate) => candidate.domainName.replace(/^\*\./, "") === domain),
    );
    return new route53.Record(
      `${name}-validation-record-${domain}`,
      {
        zoneId,
        name: option.apply((found) => found?.resourceRecordName ?? ""),
        type: option.apply((found) => found?.resourceRecordType ?? ""),
        records: [option.apply((found) => found?.resourceRecordValue ?? "")],
        ttl: 300,
      },
      { parent, aliases: [{ name: `${name}-validation-${domain}` }] },
    );
  });
  const validation = new acm.CertificateValidation(
    `${name}-certificate-validation`,
    { certificateArn: certificate.arn, validationRecordFqdns: records.map((record) => record.fqdn) },
    { parent, aliases: [{ name: `${name}-validation` }] },
  );
  return validation.certificateArn;
}

/** Certificates beside a listener's own, each under its key: adding, removing and reordering touch no other. */
export function attachCertificates(
  context: Context,
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

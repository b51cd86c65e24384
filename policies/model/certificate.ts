import { fieldOf, get, mustHold, type Subject } from "./facts";
import type { Program } from "./program";
import { UNKNOWN, type Unknown } from "./reading";
import type { Resource } from "./resource";
import { fail, pass, type Fact } from "./verdict";

const IAM = "aws:iam/serverCertificate:ServerCertificate";
const ACM = ["aws:acm/certificate:Certificate", "aws:acm/certificateValidation:CertificateValidation"];

/** The resources that a certificate of a program can be of. */
export const CERTIFICATES = [...ACM, IAM];

const CHANGE = "name the ARN of a certificate of AWS Certificate Manager.";

/**
 * That a field names a certificate of AWS Certificate Manager, which renews those that it has issued. What else AWS takes
 * is a server certificate of IAM, which nobody is told of when it ends.
 */
export function mustBeFromAcm(on: Subject, path: string, resource: Resource, property: string, program: Program): Fact {
  const field = fieldOf(on, path);
  const fact = mustHold(on, path, (arn) => /^arn:[^:]+:acm:/.test(String(arn)), { change: CHANGE }, [""]);
  if (get(on, path) !== UNKNOWN) {
    return fact;
  }
  const sources: Resource[] | Unknown = program.sources(resource, property, CERTIFICATES);
  if (sources === UNKNOWN || sources.length === 0) {
    return fact;
  }
  if (sources.every(({ type }) => type === IAM)) {
    return fail(field, `${field} is a server certificate of IAM; ${CHANGE}`);
  }
  return sources.every(({ type }) => ACM.includes(type)) ? pass(field) : fact;
}

import { holdsSecret, holdsUnknown, reveal } from "../../wire/values";
import { type CallSite, type JsonObject } from "../types";
import { ArgumentError } from "./arguments";
import { arnBuild, arnParse, getArn, trimIamRolePath } from "./arn";
import { Undetermined } from "./call-site";
import { getPolicyDocument } from "./iam/policy-document";
import * as meta from "./meta";
import * as fixed from "./zones-and-accounts";

/** The functions that AWS's provider answers without asking AWS. */
export const FUNCTIONS: Record<string, (args: JsonObject, site: CallSite) => JsonObject> = {
  "aws:cloudfront/getLogDeliveryCanonicalUserId:getLogDeliveryCanonicalUserId": fixed.getLogDeliveryCanonicalUserId,
  "aws:cloudtrail/getServiceAccount:getServiceAccount": fixed.getCloudTrailServiceAccount,
  "aws:elb/getHostedZoneId:getHostedZoneId": fixed.getElbHostedZoneId,
  "aws:elb/getServiceAccount:getServiceAccount": fixed.getElbServiceAccount,
  "aws:iam/getPolicyDocument:getPolicyDocument": getPolicyDocument,
  "aws:index/arnBuild:arnBuild": arnBuild,
  "aws:index/arnParse:arnParse": arnParse,
  "aws:index/getArn:getArn": getArn,
  "aws:index/getBillingServiceAccount:getBillingServiceAccount": fixed.getBillingServiceAccount,
  "aws:index/getDefaultTags:getDefaultTags": meta.getDefaultTags,
  "aws:index/getPartition:getPartition": meta.getPartition,
  "aws:index/getRegion:getRegion": meta.getRegion,
  "aws:index/getServicePrincipal:getServicePrincipal": meta.getServicePrincipal,
  "aws:index/trimIamRolePath:trimIamRolePath": trimIamRolePath,
  "aws:lb/getHostedZoneId:getHostedZoneId": fixed.getLbHostedZoneId,
};

/** What computing an answer came to: the answer, why there is none, or what is wrong with the arguments. */
export type Computed = { value: JsonObject } | { undetermined: string } | { refused: string };

/**
 * The answer to a call as AWS's provider computes it from arguments and configuration alone; `undefined` for a function
 * that asks AWS.
 *
 * @param args As the program passes them; secrets may be marked.
 */
export function compute(token: string, args: JsonObject, site: CallSite): Computed | undefined {
  const work = FUNCTIONS[token];
  if (work === undefined) {
    return undefined;
  }
  if (holdsUnknown(args)) {
    return { undetermined: "one of its arguments is known only after deployment" };
  }
  try {
    return { value: work(reveal(args), { ...site, config: reveal(site.config) }) };
  } catch (error) {
    if (error instanceof Undetermined) {
      return { undetermined: error.message };
    }
    if (error instanceof ArgumentError) {
      return { refused: holdsSecret(args) || holdsSecret(site.config) ? error.withoutValue() : error.message };
    }
    throw error;
  }
}

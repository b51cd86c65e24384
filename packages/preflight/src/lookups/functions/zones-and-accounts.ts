import { type CallSite, type JsonObject } from "../types";
import { Arguments } from "./arguments";
import { formatArn } from "./arn";
import { partitionAt, regionAt, Undetermined } from "./call-site";
import { type RegionalFacts, regionalFacts } from "./regional-facts";

/** The account by which AWS delivers billing reports. */
const BILLING_ACCOUNT = "386209384616";

/** The users by which CloudFront delivers logs: in China, and everywhere else. */
const CLOUDFRONT_LOG_USERS = {
  china: "a52cb28745c0c06e84ec548334e44bfa7fc2a85c54af20cd59e4969344b7af56",
  others: "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0",
};

/** `aws.getBillingServiceAccount` */
export function getBillingServiceAccount(args: JsonObject, site: CallSite): JsonObject {
  new Arguments(args, ["id"]);
  return accountRoot(BILLING_ACCOUNT, site);
}

/** `aws.elb.getServiceAccount` */
export function getElbServiceAccount(args: JsonObject, site: CallSite): JsonObject {
  new Arguments(args, ["region"]);
  const region = regionAt(site);
  return { ...accountRoot(fact(region, "elbAccount"), site), region };
}

/** `aws.cloudtrail.getServiceAccount` */
export function getCloudTrailServiceAccount(args: JsonObject, site: CallSite): JsonObject {
  new Arguments(args, ["region"]);
  const region = regionAt(site);
  return { ...accountRoot(fact(region, "cloudTrailAccount"), site), region };
}

/** `aws.elb.getHostedZoneId` */
export function getElbHostedZoneId(args: JsonObject, site: CallSite): JsonObject {
  new Arguments(args, ["region"]);
  const region = regionAt(site);
  return { id: fact(region, "albZone"), region };
}

/** `aws.lb.getHostedZoneId` */
export function getLbHostedZoneId(args: JsonObject, site: CallSite): JsonObject {
  const given = new Arguments(args, ["loadBalancerType", "region"]);
  const loadBalancerType = given.choice("loadBalancerType", ["application", "network"], "application");
  const region = regionAt(site);
  return { id: fact(region, loadBalancerType === "network" ? "nlbZone" : "albZone"), loadBalancerType, region };
}

/** `aws.cloudfront.getLogDeliveryCanonicalUserId` */
export function getLogDeliveryCanonicalUserId(args: JsonObject, site: CallSite): JsonObject {
  new Arguments(args, ["region"]);
  const region = regionAt(site);
  return { id: CLOUDFRONT_LOG_USERS[partitionAt(site).id === "aws-cn" ? "china" : "others"], region };
}

function fact(region: string, name: keyof RegionalFacts): string {
  const value = regionalFacts(region)?.[name];
  if (!value) {
    throw new Undetermined(`preflight knows no answer for the Region ${region}`);
  }
  return value;
}

function accountRoot(account: string, site: CallSite): JsonObject {
  const arn = formatArn({ partition: partitionAt(site).id, service: "iam", region: "", account, resource: "root" });
  return { arn, id: account };
}

import * as assert from "node:assert/strict";
import { answer, at, refusal, undetermined } from "./compute";

const GET_LB_ZONE = "aws:lb/getHostedZoneId:getHostedZoneId";

describe("what AWS has fixed for a Region", () => {
  it("is the hosted zone of load balancers, by their type", () => {
    const id = (args = {}) => answer(GET_LB_ZONE, args, at("eu-central-1"));
    assert.deepEqual(id(), { id: "Z215JYRZR1TBD5", loadBalancerType: "application", region: "eu-central-1" });
    assert.equal(id({ loadBalancerType: "network" })["id"], "Z3F0SRJ5LGBH90");
    assert.deepEqual(answer("aws:elb/getHostedZoneId:getHostedZoneId", {}, at("eu-central-1")), {
      id: "Z215JYRZR1TBD5",
      region: "eu-central-1",
    });
  });

  it("is no other type's", () =>
    assert.equal(
      refusal(GET_LB_ZONE, { loadBalancerType: "gateway" }, at("eu-central-1")),
      'loadBalancerType must be application or network, but is "gateway"; correct it.',
    ));

  it("is the accounts that write logs", () => {
    assert.deepEqual(answer("aws:elb/getServiceAccount:getServiceAccount", {}, at("cn-north-1")), {
      arn: "arn:aws-cn:iam::638102146993:root",
      id: "638102146993",
      region: "cn-north-1",
    });
    assert.deepEqual(answer("aws:cloudtrail/getServiceAccount:getServiceAccount", {}, at("eu-west-1")), {
      arn: "arn:aws:iam::859597730677:root",
      id: "859597730677",
      region: "eu-west-1",
    });
    assert.deepEqual(answer("aws:index/getBillingServiceAccount:getBillingServiceAccount", {}, at("us-gov-west-1")), {
      arn: "arn:aws-us-gov:iam::386209384616:root",
      id: "386209384616",
    });
  });

  it("is the user that writes CloudFront's logs, who is another one in China", () => {
    const id = (region: string): string =>
      answer("aws:cloudfront/getLogDeliveryCanonicalUserId:getLogDeliveryCanonicalUserId", {}, at(region))[
        "id"
      ] as string;
    assert.match(id("eu-west-1"), /^c4c1ede66af5/);
    assert.match(id("cn-north-1"), /^a52cb28745c0/);
  });

  it("is looked up in a Region that has none, or that preflight does not know", () => {
    assert.equal(
      undetermined("aws:elb/getServiceAccount:getServiceAccount", {}, at("eu-central-2")),
      "preflight knows no answer for the Region eu-central-2",
    );
    assert.equal(undetermined(GET_LB_ZONE, {}, at("eu-west-9")), "preflight knows no answer for the Region eu-west-9");
  });
});

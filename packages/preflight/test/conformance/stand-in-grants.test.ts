import * as assert from "node:assert/strict";
import { Account } from "./harness/account";
import { type Living } from "./provider/cloud";
import { type Properties } from "./provider/values";

const OWNER = "111122223333";
const OTHER = "444455556666";
const SERVICE_LINKED = `arn:aws:iam::${OTHER}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;

describe("what the stand-in makes of grants and distributions", () => {
  let account: Account;
  beforeEach(() => {
    account = new Account();
  });
  afterEach(() => account.close());

  /** A key of the owner's that lets the other account do these things, under a condition. */
  const key = (actions: string[], condition: object = {}): Living => {
    account.configure({ allowedAccountIds: JSON.stringify([OWNER]) });
    const statement = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${OTHER}:root` }, Action: actions };
    const policy = JSON.stringify({ Statement: [{ ...statement, Condition: condition }] });
    return account.create("aws:kms/key:Key", "images", { policy });
  };
  const grant = ({ outputs }: Living, more: Properties = {}): Living => {
    account.configure({ allowedAccountIds: JSON.stringify([OTHER]) });
    const operations = ["Decrypt"];
    const inputs = { keyId: outputs["arn"]!, granteePrincipal: SERVICE_LINKED, operations, ...more };
    return account.create("aws:kms/grant:Grant", "auto-scaling", inputs);
  };

  it("grants a key to a role that exists only", () => {
    const open = key(["kms:CreateGrant", "kms:ListGrants"]);
    assert.throws(() => grant(open), /InvalidArnException/);
    account.cloud.admitServiceLinkedRole(SERVICE_LINKED);
    grant(open);
  });

  it("grants another account's key where that lets it, and not only through an AWS service, and reads it back", () => {
    account.cloud.admitServiceLinkedRole(SERVICE_LINKED);
    assert.throws(() => grant(key(["kms:Decrypt"])), /AccessDeniedException: .* kms:CreateGrant/);
    assert.throws(
      () => grant(key(["kms:CreateGrant", "kms:ListGrants"], { Bool: { "kms:GrantIsForAWSResource": "true" } })),
      /AccessDeniedException: .* kms:CreateGrant/,
    );
    assert.throws(() => grant(key(["kms:CreateGrant"])), /AccessDeniedException: .* kms:ListGrants/);
  });

  it("takes a grant back that is retired, and revokes it where the key lets it", () => {
    account.cloud.admitServiceLinkedRole(SERVICE_LINKED);
    const [create, list, revoke] = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"];
    account.delete(grant(key([create, list]), { retireOnDelete: true }));
    account.delete(grant(key([create, list, revoke])));
    const kept = grant(key([create, list]));
    assert.throws(() => account.delete(kept), /AccessDeniedException: .* kms:RevokeGrant/);
  });

  it("has one distribution for each Region", () => {
    const token = "aws:imagebuilder/distributionConfiguration:DistributionConfiguration";
    const of = (...regions: string[]) => ({ distributions: regions.map((region) => ({ region })) });
    const twice = /InvalidParameterValueException: the Region eu-west-1/;
    assert.throws(() => account.create(token, "web", of("eu-west-1", "eu-west-1")), twice);
    const made = account.create(token, "web", of("eu-west-1", "eu-central-1"));
    assert.throws(() => account.update(made, of("eu-west-1", "eu-west-1")), twice);
  });
});

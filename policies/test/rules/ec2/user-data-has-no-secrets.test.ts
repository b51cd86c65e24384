import * as assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { LAUNCHES } from "../../../model/launch";
import { secretIn } from "../../../model/secrets";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/user-data-has-no-secrets";
import { describeRule } from "../../support/table";

const CHANGE = "read it at start-up from Secrets Manager or Parameter Store.";
const script = (...lines: string[]) => ["#!/bin/bash", "set -eu", ...lines, "systemctl start web"].join("\n");
const encoded = (text: string) => Buffer.from(text).toString("base64");
// In two parts, so that no scanner takes it for a key.
const KEY = "AKIA" + "IOSFODNN7EXAMPLE";
const withKey = script(`export AWS_ACCESS_KEY_ID=${KEY}`);
const without = script("aws secretsmanager get-secret-value --secret-id db");
const message = (field: string, kind: string) => `${field} holds what looks like ${kind}; ${CHANGE}`;

describeRule(rule, [
  ...LAUNCHES.filter((type) => type !== AwsType.SpotFleetRequest).map((type) => ({
    it: `fails a ${type.split(":")[2]} whose user data has an access key`,
    type,
    fails: { userData: withKey },
    messages: [message("userData", "an AWS access key")],
    passes: {
      "a script that fetches its secret": { userData: without },
      "the same, encoded": { userData: encoded(without) },
    },
  })),
  {
    it: "fails user data that is encoded",
    fails: { userDataBase64: encoded(withKey) },
    messages: [message("userDataBase64", "an AWS access key")],
    passes: { "a script that fetches its secret": { userDataBase64: encoded(without) } },
  },
  {
    it: "fails user data that is compressed",
    fails: { userDataBase64: gzipSync(withKey).toString("base64") },
    messages: [message("userDataBase64", "an AWS access key")],
    passes: {
      "a script that fetches its secret": { userDataBase64: gzipSync(without).toString("base64") },
      "what only begins like an archive": { userDataBase64: Buffer.from([0x1f, 0x8b, 1]).toString("base64") },
    },
  },
  {
    it: "fails a launch specification of a spot fleet",
    type: AwsType.SpotFleetRequest,
    fails: { launchSpecifications: [{ userData: withKey }] },
    messages: [message("launchSpecifications[0].userData", "an AWS access key")],
    passes: { "a script that fetches its secret": { launchSpecifications: [{ userData: without }] } },
  },
  {
    it: "fails an instance of Lightsail",
    type: "aws:lightsail/instance:Instance",
    fails: { userData: withKey },
    messages: [message("userData", "an AWS access key")],
    passes: { "a script that fetches its secret": { userData: without } },
  },
  {
    it: "fails a recipe of Image Builder",
    type: AwsType.ImageRecipe,
    fails: { userDataBase64: encoded(withKey) },
    messages: [message("userDataBase64", "an AWS access key")],
    passes: { "a script that fetches its secret": { userDataBase64: encoded(without) } },
  },
]);

describe("what looks like a secret", () => {
  const PASSWORD = "a password, a token or a secret key";

  it("is a key, a password that is written out, or a URL that has one", () => {
    assert.equal(secretIn("-----BEGIN RSA PRIVATE KEY-----"), "a private key");
    assert.equal(secretIn("-----BEGIN PRIVATE KEY-----"), "a private key");
    assert.equal(secretIn("postgres://web:hunter2hunter2@db/web"), "a URL with a password");
    for (const line of [
      'export DATABASE_PASSWORD="SomeSortOfPassword"',
      "db_password: SomeSortOfPassword",
      '{"apiKey": "0123456789abcdef"}',
      "AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfi",
    ]) {
      assert.equal(secretIn(line), PASSWORD, line);
    }
  });

  it("is nothing that a script takes from elsewhere, nor a name of a secret", () => {
    for (const line of [
      "PASSWORD=$(aws ssm get-parameter --name /db/password --with-decryption)",
      'password="${DB_PASSWORD}"',
      "TOKEN=`curl -X PUT http://169.254.169.254/latest/api/token`",
      "SECRET_ARN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db",
      "SECRET=arn:aws:secretsmanager:eu-west-1:123456789012:secret:db",
      "SECRET_NAME=prod/db/credentials",
      "export AWS_SECRET_ACCESS_KEY=bar",
      "password={{ db_password }}",
      "secret:\n  provider_configuration: none",
      "X-aws-ec2-metadata-token-ttl-seconds: 21600",
    ]) {
      assert.equal(secretIn(line), undefined, line);
    }
  });
});

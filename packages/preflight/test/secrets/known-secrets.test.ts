import * as assert from "node:assert/strict";
import { type Json } from "../../src/document";
import { KnownSecrets } from "../../src/secrets/known-secrets";
import { makeSecret, SIGNATURE_KEY, UNKNOWN } from "../../src/wire/values";

/** What is left of a text where the program marked a value as secret. */
function hidden(secret: Json, text: string): string {
  const secrets = new KnownSecrets();
  secrets.learn({ list: [{ password: makeSecret(secret) }] });
  return secrets.hide(text);
}

/** Secrets of a stack's configuration. */
function configured(texts: string[]): KnownSecrets {
  const secrets = new KnownSecrets();
  secrets.learnConfigured(texts);
  return secrets;
}

describe("KnownSecrets", () => {
  it("hides what is marked as secret, wherever in a value it is", () => {
    assert.equal(hidden("hunter2-long", "with=hunter2-long!"), "with=[secret]!");
    assert.equal(
      hidden({ user: "somebody", keys: ["first-key", "second-key"] }, "somebody first-key second-key"),
      "[secret] [secret] [secret]",
    );
  });

  it("hides the value of a secret output, and not that of another", () => {
    const output = (secret: boolean): Json => ({
      [SIGNATURE_KEY]: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
      value: "hunter2-long",
      secret,
    });
    const secrets = new KnownSecrets();
    secrets.learn(output(false));
    assert.equal(secrets.hide("hunter2-long"), "hunter2-long");
    secrets.learn(output(true));
    assert.equal(secrets.hide("hunter2-long"), "[secret]");
  });

  it("learns more after it has hidden something", () => {
    const secrets = configured(["first"]);
    assert.equal(secrets.hide("first second-secret"), "[secret] second-secret");
    secrets.learn(makeSecret("second-secret"));
    assert.equal(secrets.hide("first second-secret"), "[secret] [secret]");
  });

  it("hides the configuration's secrets from three characters on, within words too, as the Pulumi CLI does", () => {
    const secrets = configured(["abc", "xy", "true", "FALSE"]);
    assert.equal(secrets.hide("dabcd xy true FALSE"), "d[secret]d xy true FALSE");
  });

  it("hides short secrets of the program as words only, so that an `app` leaves applications alone", () => {
    assert.equal(hidden("app", "app application my-app"), "[secret] application my-[secret]");
    assert.equal(hidden("1234567", "id1234567 1234567"), "id1234567 [secret]");
    assert.equal(hidden("12345678", "id12345678 12345678"), "id12345678 [secret]");
    assert.equal(hidden("1234567x", "id1234567x"), "id[secret]");
  });

  it("leaves what a file has in plain text, which lay in an object that is secret for another part of it", () => {
    const secrets = new KnownSecrets();
    secrets.learnPlain([{ region: "eu-central-1", password: makeSecret("hunter2-long") }, "admin"]);
    secrets.learn(makeSecret({ region: "eu-central-1", password: "hunter2-long", user: "admin" }));
    assert.equal(secrets.hide("admin hunter2-long eu-central-1"), "admin [secret] eu-central-1");
    secrets.learnConfigured(["admin"]);
    assert.equal(secrets.hide("admin"), "[secret]", "the configuration's are what the configuration says");
  });

  it("hides secret numbers of six digits or more as words, and no port", () => {
    assert.equal(hidden(123456, "123456 1234567"), "[secret] 1234567");
    assert.equal(hidden(5432, "port 5432"), "port 5432");
  });

  it("looks for nothing that every report is full of", () => {
    for (const [secret, text] of [
      ["true", "true"],
      ["  ", "  "],
      ["      ", "      "],
      [UNKNOWN, UNKNOWN],
      [true, "true"],
      [null, "null"],
    ] as [Json, string][]) {
      assert.equal(hidden(secret, text), text);
    }
  });

  it("hides a secret as JSON writes it, by JavaScript and by Go, and within JSON that is within JSON", () => {
    const secret = 'p&q "quoted"\\';
    for (const text of [
      JSON.stringify({ secret }),
      JSON.stringify(JSON.stringify({ secret })),
      '{"a":"p\\u0026q \\"quoted\\"\\\\"}',
    ]) {
      assert.doesNotMatch(hidden(secret, text), /p&q|u0026|quoted/);
    }
  });

  it("hides a secret in an address and in Base64, with and without padding", () => {
    const secret = "pass/word?ÿÿ";
    assert.equal(hidden(secret, `db://me:${encodeURIComponent(secret)}@host`), "db://me:[secret]@host");
    assert.equal(hidden(secret, Buffer.from(secret).toString("base64url")), "[secret]");
    assert.equal(hidden(secret, Buffer.from(secret).toString("base64")), "[secret]=");
    assert.equal(hidden("half \ud800 a pair", "half \ud800 a pair"), "[secret]");
  });

  it("hides the lines of a key, and a file's content without its line end", () => {
    const key = "-----BEGIN KEY-----\r\n  MIIEvQIBADANBgkq\r\n---\r\n-----END KEY-----\n";
    assert.equal(hidden(key, "1: MIIEvQIBADANBgkq\n---"), "1: [secret]\n---");
    assert.equal(hidden("hunter2\n", "is hunter2."), "is [secret].");
  });

  it("hides what is in JSON that is secret as a whole", () => {
    const secret = '{ "username": "application", "port": 5432, "password": "hunter2" }';
    assert.equal(hidden(secret, "application:5432/hunter2"), "[secret]:5432/[secret]");
    assert.equal(hidden("[no JSON", "a [no JSON"), "a [secret]");
  });

  it("hides the text of a secret asset, and not what an asset or a resource is found by", () => {
    const asset = {
      [SIGNATURE_KEY]: "c44067f5952c0a294b673a41bacd8c17",
      text: "the content",
      path: "a/path/to",
      hash: "0123456789abcdef",
    };
    const archive = { [SIGNATURE_KEY]: "0def7320c3a5731c473e5ecbe6d01bc7", assets: { "name-in-it": asset } };
    const reference = {
      [SIGNATURE_KEY]: "5cf8f73096256a8f31e491e813e4eb8e",
      urn: "urn:pulumi:dev::p::t::n",
      id: "identity",
    };
    const text = "the content, a/path/to, 0123456789abcdef, name-in-it, urn:pulumi:dev::p::t::n, identity";
    assert.equal(hidden([asset, reference], text), text.replace("the content", "[secret]"));
    assert.equal(hidden(archive, text), text.replace("the content", "[secret]"));
  });
});

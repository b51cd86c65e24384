import * as fs from "node:fs";
import { type Json } from "../../../src/document";
import { KnownSecrets } from "../../../src/secrets/known-secrets";
import { makeSecret } from "../../../src/wire/values";
import { type Properties, SECRET, signatureOf, type Value } from "../provider/values";
import { type PreviewView } from "./view";

/** The secrets in a plan, which the CLI writes in plain text where it is told to show them. */
export function secretsIn(planFile: string): KnownSecrets {
  const secrets = new KnownSecrets();
  const learn = (value: Value): void => {
    if (typeof value !== "object" || value === null) {
      return;
    }
    const { plaintext } = value as Properties;
    if (signatureOf(value) === SECRET && typeof plaintext === "string") {
      secrets.learn(makeSecret(JSON.parse(plaintext) as Json));
    }
    Object.values(value).forEach(learn);
  };
  if (fs.existsSync(planFile)) {
    learn(JSON.parse(fs.readFileSync(planFile, "utf8")) as Value);
  }
  return secrets;
}

/**
 * What a preview says, without the secrets that preflight hides wherever they stand and the engine only where they are
 * marked: packs and programs are told them, and repeat them.
 */
export function hidden(view: PreviewView, secrets: KnownSecrets): PreviewView {
  if (secrets.none) {
    return view;
  }
  const hide = <T>(value: T): T => {
    if (typeof value === "string") {
      return secrets.hide(value) as T;
    }
    if (Array.isArray(value)) {
      return value.map(hide) as T;
    }
    return typeof value === "object" && value !== null
      ? (Object.fromEntries(Object.entries(value).map(([key, inner]) => [secrets.hide(key), hide(inner)])) as T)
      : value;
  };
  return {
    ...view,
    resources: view.resources.map((resource) =>
      resource.inputs === undefined ? resource : { ...resource, inputs: hide(resource.inputs) },
    ),
    outputs: hide(view.outputs),
    violations: view.violations.map((violation) => ({ ...violation, message: secrets.hide(violation.message) })),
    notes: view.notes.map((note) => ({ ...note, message: secrets.hide(note.message) })),
  };
}

import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import provider from "@pulumi/pulumi/proto/provider_pb";
import { Cloud, type Living } from "../provider/cloud";
import { Lookups } from "../../../src/lookups";
import { Sdk } from "../provider/sdk";
import { StandIn } from "../provider/service";
import { type Properties } from "../provider/values";
import { properties, struct } from "../provider/wire";

const sdk = new Sdk(path.dirname(require.resolve("@pulumi/aws/package.json")));

/** What the provider plans for a change: the inputs that differ, those that replace, and which of the two goes first. */
export interface Plan {
  changes: string[];
  replaces: string[];
  deletesFirst: boolean;
}

type Answer = (error: { details: string } | null, response?: unknown) => void;

/** An account of the stand-in, asked by the provider protocol's own messages and without an engine. */
export class Account {
  private readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "account-"));
  readonly cloud = new Cloud(this.folder);
  private readonly service = new StandIn(sdk, this.cloud, Lookups.load("none", false)).service();

  close(): void {
    fs.rmSync(this.folder, { recursive: true });
  }

  /** Goes on as a provider that assumes a role does. */
  assumeRole(roleArn: string): void {
    this.configure({ assumeRoles: JSON.stringify([{ roleArn }]) });
  }

  /** Goes on as a provider with this configuration does. */
  configure(args: Properties): void {
    this.ask("configure", new provider.ConfigureRequest().setArgs(struct(args)));
  }

  /** What the provider refuses of inputs before anything is made. */
  check(token: string, inputs: Properties): string[] {
    const request = new provider.CheckRequest().setUrn(urnOf(token, "checked")).setNews(struct(inputs));
    const response = this.ask<provider.CheckResponse>("check", request);
    return response.getFailuresList().map((failure) => failure.getReason());
  }

  /** Makes a resource. @throws what AWS would refuse it with. */
  create(token: string, name: string, inputs: Properties): Living {
    const request = new provider.CreateRequest().setUrn(urnOf(token, name)).setProperties(struct(inputs));
    const response = this.ask<provider.CreateResponse>("create", request);
    return { id: response.getId(), token, name, inputs, outputs: properties(response.getProperties()) };
  }

  /** Gives a resource other inputs, or in a preview says what would come of it. @throws what AWS would refuse it with. */
  update(living: Living, inputs: Properties, preview = false): Living {
    const request = new provider.UpdateRequest()
      .setPreview(preview)
      .setUrn(urnOf(living.token, living.name))
      .setId(living.id)
      .setOlds(struct(living.outputs))
      .setOldInputs(struct(living.inputs))
      .setNews(struct(inputs));
    const response = this.ask<provider.UpdateResponse>("update", request);
    return { ...living, inputs, outputs: properties(response.getProperties()) };
  }

  /** Deletes a resource. @throws what AWS would refuse it with. */
  delete(living: Living): void {
    const request = new provider.DeleteRequest().setUrn(urnOf(living.token, living.name)).setId(living.id);
    this.ask("delete", request.setOldInputs(struct(living.inputs)));
  }

  /** What the provider plans where a program gives a resource other inputs. */
  plan(living: Living, inputs: Properties): Plan {
    const request = new provider.DiffRequest()
      .setUrn(urnOf(living.token, living.name))
      .setId(living.id)
      .setOlds(struct(living.outputs))
      .setOldInputs(struct(living.inputs))
      .setNews(struct(inputs));
    const response = this.ask<provider.DiffResponse>("diff", request);
    return {
      changes: response.getDiffsList(),
      replaces: response.getReplacesList(),
      deletesFirst: response.getDeletebeforereplace(),
    };
  }

  /** Whether something of an id is there. */
  has({ token, id }: Living): boolean {
    return this.cloud.find(token, id) !== undefined;
  }

  private ask<Response>(method: string, request: object): Response {
    let answer: Response | undefined;
    const handle = this.service[method] as (call: { request: object }, callback: Answer) => void;
    handle({ request }, (error, response) => {
      if (error !== null) {
        throw new Error(error.details);
      }
      answer = response as Response;
    });
    return answer as Response;
  }
}

function urnOf(token: string, name: string): string {
  return `urn:pulumi:dev::project::${token}::${name}`;
}

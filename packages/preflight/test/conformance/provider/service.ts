import type * as grpc from "@grpc/grpc-js";
import provider from "@pulumi/pulumi/proto/provider_pb";
import plugin from "@pulumi/pulumi/proto/plugin_pb";
import emptyPb from "google-protobuf/google/protobuf/empty_pb";
import { type CallSite, DEFAULT_PROVIDER, type Lookups } from "../../../src/lookups";
import { behaviourOf } from "./behaviour";
import { checkInputs } from "./check";
import { checkBehaviour } from "./check-behaviour";
import { type Cloud, hash, type Living } from "./cloud";
import { replaces } from "./conditions";
import { loggedInto, newVersions, understood } from "./effects";
import { ACCOUNT, createdOutputs, previewOutputs } from "./made-up";
import { Planner } from "./plan";
import { creationRefused, deletionRefused, planRefused, updateRefused } from "./refusals";
import { type ResourceType, type Sdk } from "./sdk";
import { plain, type Properties } from "./values";
import { vpcConflict } from "./vpcs";
import { changes, checked, diffOf, nameIn, properties, struct, tokenIn, unary } from "./wire";

/** Documentation that announces a replacement. */
const REPLACES =
  /forces? (?:a |the )?(?:new|replacement|recreation)|force terraform to create|Changing this .*new resource/i;

/** The Region of a provider that is given none. */
const DEFAULT_REGION = "eu-central-1";

/** Answers Pulumi's engine as AWS's provider would, without AWS. */
export class StandIn {
  private config: Properties = {};

  constructor(
    private readonly sdk: Sdk,
    private readonly cloud: Cloud,
    private readonly lookups: Lookups,
  ) {}

  /** The methods of the provider protocol. Those not here are answered with UNIMPLEMENTED. */
  service(): grpc.UntypedServiceImplementation {
    return {
      handshake: unary(() =>
        new provider.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(true).setAcceptOutputs(true),
      ),
      getPluginInfo: unary(() => new plugin.PluginInfo().setVersion(this.sdk.version)),
      attach: unary(() => new emptyPb.Empty()),
      cancel: unary(() => new emptyPb.Empty()),
      checkConfig: unary((request: provider.CheckRequest) => this.checkConfig(request)),
      diffConfig: unary((request: provider.DiffRequest) => diffOf(changes(request), [])),
      configure: unary((request: provider.ConfigureRequest) => this.configure(request)),
      invoke: unary((request: provider.InvokeRequest) => this.invoke(request)),
      check: unary((request: provider.CheckRequest) => this.check(request)),
      diff: unary((request: provider.DiffRequest) => this.diff(request)),
      create: unary((request: provider.CreateRequest) => this.create(request)),
      read: unary((request: provider.ReadRequest) => this.read(request)),
      update: unary((request: provider.UpdateRequest) => this.update(request)),
      delete: unary((request: provider.DeleteRequest) => this.delete(request)),
    };
  }

  private checkConfig(request: provider.CheckRequest): provider.CheckResponse {
    const known = this.sdk.providerInputs().add("version").add("pluginDownloadURL");
    const unknown = Object.keys(properties(request.getNews())).filter((name) => !known.has(name));
    return checked(
      request,
      unknown.map((property) => ({ property, reason: `the aws provider has no argument "${property}"` })),
    );
  }

  private configure(request: provider.ConfigureRequest): provider.ConfigureResponse {
    this.config = properties(request.getArgs());
    return new provider.ConfigureResponse()
      .setAcceptsecrets(true)
      .setAcceptresources(true)
      .setAcceptoutputs(true)
      .setSupportspreview(true);
  }

  private invoke(request: provider.InvokeRequest): provider.InvokeResponse {
    const args = properties(request.getArgs());
    const answer = this.lookups.invoke(request.getTok(), args, this.site(args));
    if (!answer.found) {
      throw new Error(answer.message);
    }
    return new provider.InvokeResponse().setReturn(struct(answer.value));
  }

  /** Where a call goes; the engine tells no provider its own name. */
  private site(properties: Properties): CallSite {
    return { provider: DEFAULT_PROVIDER, config: this.config, region: this.regionOf(properties) };
  }

  /** The Region of a call or a resource: its own, else the provider's. */
  private regionOf(properties: Properties): string {
    const regions = [plain(properties["region"]), plain(this.config["region"])];
    return regions.find((region) => typeof region === "string") ?? DEFAULT_REGION;
  }

  /** The account of the provider: that of the last role which it assumes, or the one that it may deploy to. */
  private account(): string {
    const roles = [...JSON.stringify(plain(this.config["assumeRoles"]) ?? "").matchAll(/:iam::(\d{12}):role\//g)];
    const allowed = /\d{12}/.exec(JSON.stringify(plain(this.config["allowedAccountIds"]) ?? ""));
    return roles.at(-1)?.[1] ?? allowed?.[0] ?? ACCOUNT;
  }

  private check(request: provider.CheckRequest): provider.CheckResponse {
    const type = this.type(request);
    const inputs = properties(request.getNews());
    const behaviour = behaviourOf(type.token);
    if (behaviour === undefined) {
      this.cloud.noteUnknown(type.token);
    }
    return checked(request, [...checkInputs(this.sdk, type, inputs), ...checkBehaviour(behaviour, inputs)]);
  }

  private diff(request: provider.DiffRequest): provider.DiffResponse {
    const type = this.type(request);
    const behaviour = behaviourOf(type.token);
    const [before, after] = [request.getOldInputs(), request.getNews()].map((inputs) =>
      understood(type.token, this.inRegion(inputs)),
    ) as [Properties, Properties];
    const [planner, state] = [this.planner(type), properties(request.getOlds())];
    this.refuse(planRefused(type.token, planner.effective(after, state)));
    const changed = planner.changes(after, before, state);
    const replacing = changed.filter((path) =>
      behaviour === undefined
        ? REPLACES.test(type.inputs.get(path)?.documentation ?? "")
        : replaces(type.token, behaviour, path, before, after),
    );
    const response = diffOf(inputsOf(changed), inputsOf(replacing));
    return response.setDeletebeforereplace(replacing.length > 0 && isNamed(type, after));
  }

  private create(request: provider.CreateRequest): provider.CreateResponse {
    const type = this.type(request);
    const inputs = properties(request.getProperties());
    const given = understood(type.token, this.planner(type).effective(inputs));
    this.refuse(planRefused(type.token, given));
    if (request.getPreview()) {
      return new provider.CreateResponse().setProperties(struct(previewOutputs(type, inputs)));
    }
    const urn = request.getUrn();
    const digits = hash(`${urn} ${this.cloud.generation(urn)}`);
    const account = this.account();
    const origin = { type, name: nameIn(urn), region: this.regionOf(inputs), account, digits };
    const [id, outputs] = createdOutputs(this.sdk, origin, given);
    const living = { id, token: type.token, name: origin.name, account, inputs, outputs };
    this.refuse(creationRefused(this.cloud, living));
    this.put(living, "create");
    return new provider.CreateResponse().setId(id).setProperties(struct(outputs));
  }

  private read(request: provider.ReadRequest): provider.ReadResponse {
    const token = this.type(request).token;
    const id = request.getId();
    const living = this.cloud.find(token, id);
    const recorded = this.lookups.read(token, id, this.site(properties(request.getProperties())));
    const outputs = living?.outputs ?? (recorded.found ? recorded.value : undefined);
    if (outputs === undefined) {
      return new provider.ReadResponse();
    }
    const inputs = struct(living?.inputs ?? {});
    return new provider.ReadResponse().setId(id).setInputs(inputs).setProperties(struct(outputs));
  }

  private update(request: provider.UpdateRequest): provider.UpdateResponse {
    const type = this.type(request);
    const inputs = properties(request.getNews());
    const before = properties(request.getOlds());
    const oldInputs = properties(request.getOldInputs());
    const kept = Object.entries(before).filter(([name]) => oldInputs[name] === undefined);
    const outputs: Properties = {
      ...Object.fromEntries(kept),
      ...this.planner(type).effective(inputs, before),
      ...newVersions(type.token, inputs, before, request.getPreview()),
    };
    if (!request.getPreview()) {
      const made = { id: request.getId(), token: type.token, name: nameIn(request.getUrn()), account: this.account() };
      const living = { ...made, inputs, outputs };
      this.refuse(updateRefused(this.cloud, living));
      this.put(living, "update");
    }
    return new provider.UpdateResponse().setProperties(struct(outputs));
  }

  /** Puts a resource into the cloud unless AWS would refuse it. */
  private put(living: Living, what: "create" | "update"): void {
    const { id, token, inputs, outputs } = living;
    this.refuse(this.cloud.conflict(token, id, outputs) ?? vpcConflict(this.cloud, token, id, inputs));
    this.cloud.put(living, what);
    // Elastic Load Balancing writes a test object at once, and logs from then on.
    loggedInto(living).forEach((bucket) => this.cloud.writeInto(bucket));
  }

  private delete(request: provider.DeleteRequest): emptyPb.Empty {
    const token = this.type(request).token;
    const living = this.cloud.find(token, request.getId());
    this.refuse(this.cloud.holder(token, request.getId()) ?? (living && deletionRefused(this.cloud, living)));
    this.cloud.remove({ id: request.getId(), token, inputs: properties(request.getOldInputs()) });
    return new emptyPb.Empty();
  }

  private planner(type: ResourceType): Planner {
    return new Planner(this.sdk, type, behaviourOf(type.token));
  }

  /** Inputs with the Region that they mean where they name none. */
  private inRegion(inputs: Parameters<typeof properties>[0]): Properties {
    const given = properties(inputs);
    return { ...given, region: this.regionOf(given) };
  }

  private type(request: { getUrn(): string }): ResourceType {
    const token = tokenIn(request.getUrn());
    const type = this.sdk.resource(token);
    if (type === undefined) {
      throw new Error(`@pulumi/aws ${this.sdk.version} has no resource type ${token}`);
    }
    return type;
  }

  private refuse(reason: string | undefined): void {
    if (reason !== undefined) {
      throw new Error(reason);
    }
  }
}

/** The inputs that paths lie in. */
function inputsOf(paths: string[]): string[] {
  return [...new Set(paths.map((path) => /^\w+/.exec(path)?.[0] ?? path))];
}

/** Whether a program names what Pulumi would name by itself. Two of one name can't live, so the old one then goes first. */
function isNamed(type: ResourceType, inputs: Properties): boolean {
  return ["name", "bucket", "statementId"].some(
    (name) => type.inputs.get(name)?.optional === true && inputs[name] !== undefined && !isSetting(type),
  );
}

/** A bucket's settings name the bucket, and no name of their own. */
function isSetting(type: ResourceType): boolean {
  return type.token.startsWith("aws:s3/") && type.token !== "aws:s3/bucket:Bucket";
}

import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { providerUrn } from "../engine/providers";
import { type ResourceState, type StackState } from "../engine/state";
import { toStruct } from "../wire/struct";
import { forAnalyzer } from "../wire/values";

/** A resource as a pack's resource policies see it: by its inputs. `internal` keeps the SDK's own properties. */
export function analyzeRequest(resource: ResourceState, stack: StackState, internal = false): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setType(resource.type);
  request.setUrn(resource.urn);
  request.setName(resource.name);
  request.setProperties(toStruct(forAnalyzer(resource.inputs, internal)));
  request.setOptions(optionsOf(resource));
  request.setProvider(providerOf(resource, stack));
  return request;
}

/**
 * All resources of a stack. Messages one behind the other are one message: so the parts are written one by one, and no
 * more than their bytes is kept of all.
 */
export function stackRequest(resources: ResourceState[], stack: StackState): AnalyzeStackRequest {
  const parts = resources.map((resource) =>
    new AnalyzeStackRequest().setResourcesList([stackResource(resource, stack)]).serializeBinary(),
  );
  const bytes = Buffer.concat(parts);
  const request = new AnalyzeStackRequest();
  request.serializeBinary = () => bytes;
  return request;
}

/** A resource as a pack's stack policies see it: by its outputs, and with what it depends on. */
function stackResource(resource: ResourceState, stack: StackState): AnalyzerResource {
  const message = new AnalyzerResource();
  message.setType(resource.type);
  message.setUrn(resource.urn);
  message.setName(resource.name);
  message.setProperties(toStruct(forAnalyzer(stack.finalOutputs(resource))));
  message.setOptions(optionsOf(resource));
  message.setProvider(providerOf(resource, stack));
  message.setParent(resource.parent);
  message.setDependenciesList(resource.dependencies);
  for (const [property, urns] of resource.propertyDependencies) {
    if (urns.length > 0) {
      const dependencies = new AnalyzerPropertyDependencies();
      dependencies.setUrnsList(urns);
      message.getPropertydependenciesMap().set(property, dependencies);
    }
  }
  return message;
}

function optionsOf(resource: ResourceState): AnalyzerResourceOptions {
  const message = new AnalyzerResourceOptions();
  message.setProtect(resource.options.protect === true);
  message.setIgnorechangesList(resource.options.ignoreChanges);
  message.setDeletebeforereplace(resource.options.deleteBeforeReplace === true);
  message.setDeletebeforereplacedefined(resource.options.deleteBeforeReplace !== undefined);
  message.setAdditionalsecretoutputsList(resource.options.additionalSecretOutputs);
  // The engine lists the aliases by which it found a resource in the stack's state: on an empty stack, none.
  message.setAliasesList([]);
  const timeouts = new AnalyzerResourceOptions.CustomTimeouts();
  timeouts.setCreate(resource.timeouts.create);
  timeouts.setUpdate(resource.timeouts.update);
  timeouts.setDelete(resource.timeouts.delete);
  message.setCustomtimeouts(timeouts);
  message.setParent(resource.parent);
  return message;
}

function providerOf(resource: ResourceState, stack: StackState): AnalyzerProviderResource | undefined {
  const provider = resource.provider === "" ? undefined : stack.resources.get(providerUrn(resource.provider));
  if (provider === undefined) {
    return undefined;
  }
  const message = new AnalyzerProviderResource();
  message.setType(provider.type);
  message.setUrn(provider.urn);
  message.setName(provider.name);
  message.setProperties(toStruct(forAnalyzer(provider.inputs)));
  return message;
}

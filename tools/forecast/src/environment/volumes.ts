import { type Json, type ResourceReport } from "@groundwork/preflight";
import { type FoundPolicy, type Inputs, listOf, mapOf, numberOf, tagsOf, textOf } from "./policies";

/** Volumes that a preview shows, all alike. */
export interface FoundVolume {
  /** The resource that has them, and the device unless it is a volume itself. */
  name: string;
  /** How many there are: of a fleet, as many as it begins with. */
  count: number;
  /** Undefined where the AMI or a later value says it. */
  sizeGiB: number | undefined;
  tags: Record<string, string>;
  /** The tags of the instance that it belongs to, if it does. */
  instanceTags: Record<string, string> | undefined;
  isBoot: boolean;
}

/** The device that AMIs boot from, in a launch template that does not say. */
const BOOT_DEVICES = ["/dev/xvda", "/dev/sda1"];

/** All volumes that a preview shows: by themselves, of instances, and of fleets' launch templates. */
export function findVolumes(resources: ResourceReport[]): FoundVolume[] {
  return resources.flatMap((resource): FoundVolume[] => {
    switch (resource.type) {
      case "aws:ebs/volume:Volume":
        return [ofVolume(resource, resources)];
      case "aws:ec2/instance:Instance":
        return ofInstance(resource);
      case "aws:ec2/launchTemplate:LaunchTemplate":
        return ofLaunchTemplate(resource, fleetSize(resource, resources));
      default:
        return [];
    }
  });
}

/** Whether a policy finds a volume. */
export function isTarget(
  { ofInstances, tags, excludesBootVolumes, excludedTags }: FoundPolicy,
  volume: FoundVolume,
): boolean {
  if (!ofInstances) {
    return anyOf(tags, volume.tags);
  }
  const isExcluded = volume.isBoot ? excludesBootVolumes : anyOf(excludedTags, volume.tags);
  return volume.instanceTags !== undefined && anyOf(tags, volume.instanceTags) && !isExcluded;
}

function anyOf(wanted: Record<string, string>, tags: Record<string, string>): boolean {
  return Object.entries(wanted).some(([key, value]) => tags[key] === value);
}

function ofVolume({ urn, name, inputs }: ResourceReport, resources: ResourceReport[]): FoundVolume {
  const attachment = resources.find(
    ({ type, propertyDependencies }) =>
      type === "aws:ec2/volumeAttachment:VolumeAttachment" && propertyDependencies["volumeId"]?.includes(urn),
  );
  const instances = attachment?.propertyDependencies["instanceId"] ?? [];
  const instance = resources.find((each) => each.type === "aws:ec2/instance:Instance" && instances.includes(each.urn));
  return {
    name,
    count: 1,
    sizeGiB: numberOf(inputs["size"]),
    tags: tagsOf(inputs["tags"]),
    instanceTags: instance && tagsOf(instance.inputs["tags"]),
    isBoot: false,
  };
}

function ofInstance({ name, inputs }: ResourceReport): FoundVolume[] {
  const instanceTags = tagsOf(inputs["tags"]);
  const device = (inputs_: Inputs, isBoot: boolean): FoundVolume => ({
    name: isBoot ? `${name} (root)` : `${name} (${textOf(inputs_["deviceName"]) ?? "device"})`,
    count: 1,
    sizeGiB: numberOf(inputs_["volumeSize"]),
    tags: { ...tagsOf(inputs["volumeTags"]), ...tagsOf(inputs_["tags"]) },
    instanceTags,
    isBoot,
  });
  return [
    device(mapOf(inputs["rootBlockDevice"]), true),
    ...listOf(inputs["ebsBlockDevices"]).map((each) => device(mapOf(each), false)),
  ];
}

function ofLaunchTemplate({ name, inputs }: ResourceReport, count: number): FoundVolume[] {
  const tags = (kind: string): Record<string, string> => {
    const found = listOf(inputs["tagSpecifications"])
      .map(mapOf)
      .find(({ resourceType }) => resourceType === kind);
    return tagsOf(found?.["tags"]);
  };
  if (count === 0) {
    return [];
  }
  return listOf(inputs["blockDeviceMappings"])
    .map(mapOf)
    .filter(({ ebs }) => ebs !== undefined)
    .map(({ deviceName, ebs }: Record<string, Json>) => ({
      name: `${name} (${textOf(deviceName) ?? "device"})`,
      count,
      sizeGiB: numberOf(mapOf(ebs)["volumeSize"]),
      tags: tags("volume"),
      instanceTags: tags("instance"),
      isBoot: BOOT_DEVICES.includes(textOf(deviceName) ?? ""),
    }));
}

/** How many instances Auto Scaling groups launch from a template to begin with. */
function fleetSize({ urn }: ResourceReport, resources: ResourceReport[]): number {
  return resources
    .filter(
      ({ type, propertyDependencies }) =>
        type === "aws:autoscaling/group:Group" &&
        [
          ...(propertyDependencies["launchTemplate"] ?? []),
          ...(propertyDependencies["mixedInstancesPolicy"] ?? []),
        ].some((each) => each === urn),
    )
    .reduce((sum, { inputs }) => sum + (numberOf(inputs["desiredCapacity"]) ?? numberOf(inputs["minSize"]) ?? 0), 0);
}

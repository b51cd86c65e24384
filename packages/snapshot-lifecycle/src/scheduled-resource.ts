/** What a schedule looks for. */
export enum ScheduledResource {
  /** Volumes that carry the tags, one snapshot each. */
  Volume = "VOLUME",
  /** Instances that carry the tags: all their volumes at the same moment. */
  Instance = "INSTANCE",
}

import type * as pulumi from "@pulumi/pulumi";

/** When a pipeline builds, unless told otherwise: weekly, at night. */
export const DEFAULT_SCHEDULE = "cron(0 4 ? * sun *)";

/** The time zone of a schedule. It is sent always: AWS keeps the old one when a program names none. */
export const DEFAULT_TIME_ZONE = "Etc/UTC";

/** Whether a build starts when its time has come. */
export enum BuildCondition {
  /** If the parent image or a component has changed since the last build. */
  DependenciesChanged = "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
  /** Always. */
  Always = "EXPRESSION_MATCH_ONLY",
}

/** When a pipeline builds by itself. */
export interface BuildSchedule {
  /**
   * `cron(minute hour day month weekday year)`, such as `cron(0 4 ? * sun *)`, or a rate, such as `rate(7 days)`. One of day
   * and weekday is `?`.
   *
   * @default "cron(0 4 ? * sun *)"
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html
   */
  expression?: pulumi.Input<string>;

  /**
   * The time zone, by its IANA name, such as `Europe/Berlin`.
   *
   * @default "Etc/UTC"
   */
  timeZone?: pulumi.Input<string>;

  /**
   * Whether a build starts although nothing has changed.
   *
   * @default BuildCondition.DependenciesChanged
   */
  condition?: BuildCondition;

  /**
   * Builds only when somebody starts the pipeline.
   *
   * @default false
   */
  onlyByHand?: boolean;
}

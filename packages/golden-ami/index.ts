export { approvedParameter, candidateParameter } from "@groundwork/core";
export { ApprovedAmiParameter } from "./src/approval/approved-ami-parameter";
export { type ApprovedAmiParameterArgs } from "./src/approval/approved-ami-parameter-args";
export { ApprovedAmiTags } from "./src/approval/approved-ami-tags";
export { type ApprovedAmiTagsArgs, type TaggedAmi } from "./src/approval/approved-ami-tags-args";
export { type BuildComponent } from "./src/components/component-args";
export {
  ComponentAction,
  type ComponentDocument,
  type DocumentForLoop,
  type DocumentLoop,
  type DocumentParameter,
  type DocumentStep,
  type StepCondition,
  StepFailure,
  StepOutcome,
} from "./src/components/document-args";
export {
  type BuildInfrastructure,
  type BuildNetwork,
  type BuildPlacement,
  BuildTenancy,
  type OwnBuildNetwork,
} from "./src/build/infrastructure-args";
export { type BuildLogs } from "./src/build/logs-args";
export { type BuildNotifications } from "./src/build/notifications-args";
export { BuildCondition, type BuildSchedule } from "./src/build/schedule-args";
export { type BuildTests } from "./src/build/tests-args";
export { type ApprovalGate, type BuildWorkflow, WorkflowFailure, WorkflowStage } from "./src/build/workflow-args";
export {
  CROSS_ACCOUNT_ROLE_NAME,
  type DistributedLaunchTemplate,
  type FastLaunch,
  type ImageDistribution,
  type ImageParameter,
} from "./src/distribution/distribution-args";
export { DistributionTarget } from "./src/distribution/distribution-target";
export {
  type DistributedKey,
  type DistributionTargetArgs,
  type TargetLaunchTemplate,
} from "./src/distribution/distribution-target-args";
export { GoldenAmiPipeline } from "./src/golden-ami-pipeline";
export { type GoldenAmiPipelineArgs } from "./src/golden-ami-pipeline-args";
export {
  type ImageLifecycle,
  LifecycleAction,
  type LifecycleExclusions,
  type LifecycleRule,
} from "./src/lifecycle/lifecycle-args";
export { Architecture, OperatingSystem } from "./src/recipe/operating-system";
export { Hardening, type ImageVolume, type ParentImage } from "./src/recipe/recipe-args";
export { DEFAULT_IMAGE_TESTS, ImageTest, type TestedService } from "./src/tests/image-tests-args";

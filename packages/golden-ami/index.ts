export { approvedParameter, candidateParameter } from "@groundwork/core";
export { ApprovedAmiParameter } from "./src/approval/approved-ami-parameter";
export { type ApprovedAmiParameterArgs } from "./src/approval/approved-ami-parameter-args";
export { ApprovedAmiTags } from "./src/approval/approved-ami-tags";
export { type ApprovedAmiTagsArgs, type TaggedAmi } from "./src/approval/approved-ami-tags-args";
export { GoldenAmiPipeline } from "./src/golden-ami-pipeline";
export { type BuildComponent, type GoldenAmiPipelineArgs } from "./src/golden-ami-pipeline-args";

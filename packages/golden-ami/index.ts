export { approvedParameter, candidateParameter } from "@groundwork/core";
export { GoldenAmiPipeline } from "./src/golden-ami-pipeline";
export { type BuildComponent, type GoldenAmiPipelineArgs } from "./src/golden-ami-pipeline-args";

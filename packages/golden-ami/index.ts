export { approvedParameter, candidateParameter } from "./src/parameters";
export { contentVersion } from "./src/content-version";
export { GoldenAmiPipeline, type BuildComponent, type GoldenAmiPipelineArgs } from "./src/golden-ami-pipeline";

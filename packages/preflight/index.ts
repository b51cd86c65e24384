export { PreflightError } from "./src/errors";
export * from "./src/document";
export { previewProject, type PreviewEvents, type ProjectPreview } from "./src/preview/preview-project";
export { type PreviewOptions } from "./src/cli/arguments";
export { exitStatus, renderStack, renderSummary, toJson, writeReport } from "./src/reports";

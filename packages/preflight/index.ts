export { PreflightError } from "./src/errors";
export * from "./src/document";
export { type PolicyPackOptions, type PreviewOptions } from "./src/preview-options";
export { previewProject, type PreviewEvents, type ProjectPreview } from "./src/preview/preview-project";
export {
  type ExitStatus,
  exitStatus,
  renderStack,
  renderSummary,
  type ReportFormat,
  terminalStyle,
  type TerminalStyle,
  toJson,
  writeReport,
} from "./src/reports";

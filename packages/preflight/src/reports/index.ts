export { toJson } from "./json";
export { createProgress, type Progress, type ProgressOptions, type ProgressStream } from "./progress";
export { terminalStyle, type TerminalStream, type TerminalStyle } from "./style";
export { type ExitStatus, exitStatus, summarise } from "./summary";
export { renderStack, renderSummary } from "./terminal";
export { isReportFormat, REPORT_FORMATS, ReportError, type ReportFormat, writeReport } from "./write";

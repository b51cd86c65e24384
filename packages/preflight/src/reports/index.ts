export { toJson } from "./json";
export { createProgress, type Progress, type ProgressOptions, type ProgressStream } from "./progress";
export { terminalStyle, type TerminalStream, type TerminalStyle } from "./style";
export { type ExitStatus, exitStatus, FAILURE_STATUS, summarise } from "./summary";
export { renderStack, renderSummary } from "./terminal";
export { isReportFormat, REPORT_FORMATS, ReportError, type ReportFormat, whyNotWritten, writeReport } from "./write";

/** The command that approves a build which waits, or stops it with `STOP` for `RESUME`. */
export function approvalCommand(region: string, step: string, image: string): string {
  return [
    "aws imagebuilder send-workflow-step-action",
    `--region ${region}`,
    "--action RESUME",
    `--step-execution-id ${step}`,
    `--image-build-version-arn ${image}`,
  ].join(" ");
}

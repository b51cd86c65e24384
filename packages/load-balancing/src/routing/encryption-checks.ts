import { type Checks } from "@groundwork/core";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { ProtocolVersion } from "../target-group/target-protocol";
import { type ActionArgs } from "./action-args";
import { actionTargets } from "./action-inputs";

type Actions = (ActionArgs | undefined)[];

/** Records a mistake if an HTTP listener forwards without saying that requests may travel unencrypted. */
export function checkUnencrypted(
  checks: Checks,
  field: string,
  actions: Actions,
  allowUnencrypted: boolean | undefined,
): void {
  const forwards = actions.some((action) => action?.forward !== undefined || action?.weightedForward !== undefined);
  checks.that(
    !forwards || allowUnencrypted === true,
    field,
    allowUnencrypted,
    "true on an HTTP listener that forwards",
    "redirect to HTTPS instead, or say that requests may travel unencrypted",
  );
}

/** Records a mistake for each gRPC target group that an HTTP listener forwards to: AWS needs HTTPS for those. */
export function checkGrpc(
  checks: Checks,
  field: string,
  actions: Actions,
  targetGroups: Record<string, TargetGroupArgs>,
): void {
  for (const key of actions.flatMap((action) => (action === undefined ? [] : actionTargets(action, {})))) {
    if (targetGroups[key]?.protocolVersion === ProtocolVersion.Grpc) {
      checks.problem(
        `${field} forwards to target group "${key}", which speaks gRPC and needs HTTPS; set the protocol to HTTPS.`,
      );
    }
  }
}

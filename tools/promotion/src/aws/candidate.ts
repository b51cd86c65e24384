import { GetParameterCommand } from "@aws-sdk/client-ssm";
import { candidateParameter } from "@groundwork/core";
import { PromotionError } from "../errors";
import { ask, errorName } from "./ask";
import { type Session } from "./sessions";

/**
 * The id of the newest AMI that a pipeline has built and tested.
 *
 * @throws {@link PromotionError} if there is none.
 */
export async function readCandidate(session: Session, amiName: string): Promise<string> {
  const name = candidateParameter(amiName);
  const id = await readParameter(session, name);
  if (id === undefined) {
    throw new PromotionError(
      `there is no parameter ${name} in ${session.region} and account ${session.accountId}; build an AMI first, or take another environment's with --from.`,
    );
  }
  return id;
}

/** What a parameter holds; `undefined` where there is none. */
export async function readParameter({ ssm, region }: Session, name: string): Promise<string | undefined> {
  try {
    const { Parameter } = await ask(`SSM GetParameter ${name} in ${region}`, () =>
      ssm.send(new GetParameterCommand({ Name: name })),
    );
    return Parameter?.Value ?? "";
  } catch (error) {
    if (errorName(error) === "ParameterNotFound") {
      return undefined;
    }
    throw error;
  }
}

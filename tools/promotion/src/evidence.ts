import { type ApprovedAmi } from "@groundwork/core";
import { type AmiFacts, architecturesOf, readAmi } from "./aws/ami";
import { BUILD_TAG, type BuildFacts, readBuild } from "./aws/build";
import { readCandidate } from "./aws/candidate";
import { type Sessions } from "./aws/sessions";
import { type Environment } from "./environments";
import { PromotionError, Refusal } from "./errors";

/** What is to be approved, and where its evidence is. */
export interface Promotion {
  amiName: string;
  target: Environment;
  /** The environment whose pipelines build. */
  factory: Environment;
  /** What another environment launches, to be approved here too; without it, the newest candidate. */
  from?: ApprovedAmi;
}

/** All that is known of an AMI before it is approved. */
export interface Evidence {
  build: BuildFacts;
  /** What the environment that would launch it sees of it. */
  ami: AmiFacts;
  /** The type of instance that it would run on, and what that runs. */
  fits?: { instanceType: string; architectures: string[] };
}

/**
 * Reads what AWS knows of the AMI that is to be approved: which build it is of, from where the candidate or the other
 * environment's entry is, and which AMI that build gave the environment.
 *
 * @throws {@link Refusal} if the build gave the environment no AMI, or none that it sees.
 * @throws {@link PromotionError} if AWS cannot be asked.
 */
export async function gather(promotion: Promotion, sessions: Sessions): Promise<Evidence> {
  const { amiName, factory, target } = promotion;
  const { accountId, region } = target.place;
  const arn = await buildOf(promotion, sessions);
  const buildRegion = arn.split(":")[3] ?? factory.place.region;
  const builder = sessions.get(factory.place.accountId, buildRegion, `the build ${arn}`);
  const build = await readBuild(builder, arn);
  const id = amiFor(build, promotion);
  const session = sessions.get(accountId, region, target.name);
  const ami = await readAmi(session, id);
  if (ami === undefined) {
    throw new Refusal(id, [
      `${target.name}'s account ${accountId} does not see it in ${region}: it is gone, or not shared with that account`,
    ]);
  }
  const instanceType = target.fleet?.amiName === amiName ? target.fleet.instanceType : undefined;
  return {
    build,
    ami: await withOwnersView(ami, accountId, sessions),
    ...(instanceType !== undefined && {
      fits: { instanceType, architectures: await architecturesOf(session, instanceType) },
    }),
  };
}

/** The owner of an AMI sees its tags, and its snapshots themselves. */
async function withOwnersView(ami: AmiFacts, accountId: string, sessions: Sessions): Promise<AmiFacts> {
  const owner = ami.owner === accountId ? undefined : sessions.find(ami.owner, ami.region);
  return (owner && (await readAmi(owner, ami.id))) ?? ami;
}

/** The build of the candidate, or of what another environment launches. */
async function buildOf({ amiName, factory, from }: Promotion, sessions: Sessions): Promise<string> {
  if (from?.build?.includes(":imagebuilder:") === true) {
    return from.build;
  }
  const { region } = from ?? factory.place;
  const owner = from === undefined ? factory.place.accountId : (from.owner ?? from.accountId);
  const session = sessions.get(owner, region, from === undefined ? factory.name : `${from.id}`);
  const id = from?.id ?? (await readCandidate(session, amiName));
  const ami = await readAmi(session, id);
  if (ami === undefined) {
    throw new Refusal(id, [`it does not exist in ${region} and account ${owner}`]);
  }
  const arn = ami.tags[BUILD_TAG];
  if (arn === undefined) {
    throw new Refusal(id, [
      `it has no tag ${BUILD_TAG}, so that nothing tells of its build, its tests and its scan; approve an AMI of a pipeline`,
    ]);
  }
  return arn;
}

/** The AMI that a build gave an environment: a copy of its account's own, or one that is shared with it. */
function amiFor(build: BuildFacts, { target, from }: Promotion): string {
  const { accountId, region } = target.place;
  if (from !== undefined && from.region === region && from.accountId === accountId) {
    return from.id;
  }
  const near = build.amis.filter((ami) => ami.region === region);
  const found = near.find((ami) => ami.accountId === accountId) ?? near[0];
  if (found === undefined) {
    const others = build.amis.map((ami) => `${ami.id} in ${ami.region}`).join(", ");
    throw new Refusal(build.arn, [
      `it gave ${region} no AMI, where ${target.name} is${others === "" ? "" : `, but ${others}`}; add the Region to the pipeline's distributions`,
    ]);
  }
  return found.id;
}

/**
 * The entry of an environment.
 *
 * @throws {@link PromotionError} if it has none.
 */
export function entryOf(catalogue: ApprovedAmi[], amiName: string, { name, place }: Environment): ApprovedAmi {
  const found = catalogue.find(
    (ami) => ami.name === amiName && ami.environments.includes(name) && ami.region === place.region,
  );
  if (found === undefined) {
    throw new PromotionError(`no AMI ${amiName} is approved for ${name}; take the newest candidate, without --from.`);
  }
  return found;
}

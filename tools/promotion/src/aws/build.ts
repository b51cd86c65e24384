import {
  GetImageCommand,
  type Image,
  type ImagebuilderClient,
  ListImageScanFindingAggregationsCommand,
  ListWorkflowExecutionsCommand,
} from "@aws-sdk/client-imagebuilder";
import { type ScanFindings } from "@groundwork/core";
import { ask, oneLine } from "./ask";
import { type Session } from "./sessions";

/** The tag that Image Builder gives each AMI: the build that it came from. */
export const BUILD_TAG = "Ec2ImageBuilderArn";

/** What Image Builder tells of a build. */
export interface BuildFacts {
  arn: string;
  /** Such as `AVAILABLE` or `FAILED`, with the reason where there is one. */
  status: string;
  parent?: string;
  /** The states of the workflows that tested it; none where no test ran. */
  tests: string[];
  /** Such as `COMPLETED`, with the reason where there is one; `undefined` where nothing is scanned. */
  scan?: string;
  /** What a completed scan found. */
  findings?: ScanFindings;
  /** The AMIs that it gave each Region and account. */
  amis: BuiltAmi[];
}

/** An AMI of a build. */
export interface BuiltAmi {
  id: string;
  region: string;
  accountId: string;
}

const COMPLETED = "COMPLETED";

/** What Image Builder tells of a build. */
export async function readBuild({ imagebuilder, region, accountId }: Session, arn: string): Promise<BuildFacts> {
  const at = `in ${region}`;
  const { image = {} } = await ask(`Image Builder GetImage ${at}`, () =>
    imagebuilder.send(new GetImageCommand({ imageBuildVersionArn: arn })),
  );
  const { workflowExecutions = [] } = await ask(`Image Builder ListWorkflowExecutions ${at}`, () =>
    imagebuilder.send(new ListWorkflowExecutionsCommand({ imageBuildVersionArn: arn })),
  );
  const tests = workflowExecutions.filter(({ type }) => type === "TEST");
  const scan = image.scanState?.status;
  const parent = image.imageRecipe?.parentImage;
  return {
    arn,
    status: worded(image.state),
    tests: tests.map(({ status = "", message }) => worded({ status, reason: status === COMPLETED ? "" : message })),
    amis: amisOf(image, accountId),
    ...(parent !== undefined && { parent }),
    ...(scan !== undefined && { scan: worded(image.scanState) }),
    ...(scan === COMPLETED && { findings: await readFindings(imagebuilder, arn, at) }),
  };
}

function worded(state: { status?: string | undefined; reason?: string | undefined } = {}): string {
  const { status = "UNKNOWN", reason = "" } = state;
  return reason === "" ? status : `${status} (${oneLine(reason)})`;
}

function amisOf({ outputResources }: Image, accountId: string): BuiltAmi[] {
  return (outputResources?.amis ?? []).map((ami) => ({
    id: ami.image ?? "",
    region: ami.region ?? "",
    accountId: ami.accountId ?? accountId,
  }));
}

async function readFindings(imagebuilder: ImagebuilderClient, arn: string, at: string): Promise<ScanFindings> {
  const filter = { name: "imageBuildVersionArn", values: [arn] };
  const { responses = [] } = await ask(`Image Builder ListImageScanFindingAggregations ${at}`, () =>
    imagebuilder.send(new ListImageScanFindingAggregationsCommand({ filter })),
  );
  const found = responses.find(({ imageAggregation }) => imageAggregation?.imageBuildVersionArn === arn);
  const { all = 0, critical = 0, high = 0, medium = 0 } = found?.imageAggregation?.severityCounts ?? {};
  return { critical, high, medium, other: Math.max(0, all - critical - high - medium) };
}

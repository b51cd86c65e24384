import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo } from "node:net";

/** An AMI of the world. */
export interface WorldAmi {
  id: string;
  region: string;
  owner: string;
  state?: string;
  architecture?: string;
  created?: string;
  deprecated?: string;
  public?: boolean;
  /** Such as `v2.0`, which it is unless told otherwise; an empty text for none. */
  imdsSupport?: string;
  /** The accounts that it is shared with. */
  sharedWith?: string[];
  /** Whether each of its snapshots is encrypted. */
  encrypted?: boolean[];
  tags?: Record<string, string>;
}

/** A build of the world, as Image Builder tells of it. */
export interface WorldBuild {
  image: object;
  workflowExecutions?: object[];
  severityCounts?: object;
}

/** What AWS is like, as far as the command asks. */
export interface World {
  /** The account of each access key. */
  accounts: Record<string, string>;
  /** The value of each parameter, by account, Region and name. */
  parameters: Record<string, string>;
  amis: WorldAmi[];
  builds: Record<string, WorldBuild>;
}

/** Who asks, what, and how. */
interface Asked {
  account: string | undefined;
  region: string;
  service: string;
  url: URL;
  target: string;
  body: string;
}

/**
 * AWS as a server on this machine, which answers the SDK's own requests in the shapes that AWS documents. It knows what the tests
 * say of it, and nothing else.
 */
export class WorldServer {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(world: () => World): Promise<WorldServer> {
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        const [status, type, text] = answer(world(), asked(request, body));
        response.writeHead(status, { "content-type": type, "x-amzn-requestid": "1" }).end(text);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new WorldServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

type Answer = [status: number, type: string, text: string];

function asked(request: IncomingMessage, body: string): Asked & { key: string } {
  const [key = "", , region = "", service = ""] =
    /Credential=([^,]+)/.exec(request.headers.authorization ?? "")?.[1]?.split("/") ?? [];
  const target = String(request.headers["x-amz-target"] ?? "");
  return { key, account: undefined, region, service, url: new URL(request.url ?? "/", "http://aws"), target, body };
}

function answer(world: World, question: Asked & { key: string }): Answer {
  const account = world.accounts[question.key];
  if (account === undefined) {
    return xml(403, error("InvalidClientTokenId", "The security token included in the request is invalid."));
  }
  const ask = { ...question, account };
  switch (question.service) {
    case "sts":
      return xml(
        200,
        `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
      );
    case "ssm":
      return parameter(world, ask);
    case "ec2":
      return ec2(world, ask);
    default:
      return imageBuilder(world, ask);
  }
}

function parameter({ parameters }: World, { account, region, body }: Asked): Answer {
  const { Name } = JSON.parse(body) as { Name: string };
  const Value = parameters[`${account} ${region} ${Name}`];
  return Value === undefined
    ? json(400, { __type: "ParameterNotFound", message: "" })
    : json(200, { Parameter: { Name, Type: "String", Value, Version: 1, DataType: "aws:ec2:image" } });
}

function ec2(world: World, { account, region, body }: Asked): Answer {
  const form = new URLSearchParams(body);
  const seen = world.amis.filter(
    (ami) =>
      ami.region === region &&
      (ami.owner === account || ami.public === true || ami.sharedWith?.includes(account ?? "") === true),
  );
  switch (form.get("Action")) {
    case "DescribeImages": {
      const id = form.get("ImageId.1") ?? "";
      const found = seen.find((ami) => ami.id === id);
      return found === undefined
        ? xml(400, error("InvalidAMIID.NotFound", `The image id '[${id}]' does not exist`))
        : xml(
            200,
            `<DescribeImagesResponse><imagesSet>${imageItem(found, account)}</imagesSet></DescribeImagesResponse>`,
          );
    }
    case "DescribeSnapshots": {
      const items = seen.flatMap((ami) =>
        (ami.encrypted ?? [true]).map(
          (encrypted, index) =>
            `<item><snapshotId>${snapshotOf(ami, index)}</snapshotId><encrypted>${encrypted}</encrypted></item>`,
        ),
      );
      return xml(
        200,
        `<DescribeSnapshotsResponse><snapshotSet>${items.join("")}</snapshotSet></DescribeSnapshotsResponse>`,
      );
    }
    default: {
      const type = form.get("InstanceType.1") ?? "";
      const architecture = /^[a-z]+\d+g/.test(type) ? "arm64" : "x86_64";
      return xml(
        200,
        `<DescribeInstanceTypesResponse><instanceTypeSet><item><instanceType>${type}</instanceType><processorInfo><supportedArchitectures><item>${architecture}</item></supportedArchitectures></processorInfo></item></instanceTypeSet></DescribeInstanceTypesResponse>`,
      );
    }
  }
}

/** Tags are not shared with an AMI. */
function imageItem(ami: WorldAmi, account: string | undefined): string {
  const { architecture = "x86_64", created = "2026-11-20T04:00:00.000Z", deprecated, tags = {} } = ami;
  const devices = (ami.encrypted ?? [true]).map(
    (encrypted, index) =>
      `<item><deviceName>/dev/sd${index}</deviceName><ebs><snapshotId>${snapshotOf(ami, index)}</snapshotId><encrypted>${encrypted}</encrypted></ebs></item>`,
  );
  const tagged = Object.entries(ami.owner === account ? tags : {});
  const tagItems = tagged.map(([key, value]) => `<item><key>${key}</key><value>${value}</value></item>`);
  const end = deprecated === undefined ? "" : `<deprecationTime>${deprecated}</deprecationTime>`;
  return `<item><imageId>${ami.id}</imageId><imageState>${ami.state ?? "available"}</imageState><imageOwnerId>${ami.owner}</imageOwnerId><isPublic>${ami.public ?? false}</isPublic><architecture>${architecture}</architecture><creationDate>${created}</creationDate><imdsSupport>${ami.imdsSupport ?? "v2.0"}</imdsSupport>${end}<blockDeviceMapping>${devices.join("")}</blockDeviceMapping><tagSet>${tagItems.join("")}</tagSet></item>`;
}

function snapshotOf({ id }: WorldAmi, index: number): string {
  return id.replace("ami-", `snap-${index}`);
}

function imageBuilder({ builds, accounts }: World, { account, url, body }: Asked): Answer {
  const factory = Object.values(accounts)[0];
  const { imageBuildVersionArn, filter } = (body === "" ? {} : JSON.parse(body)) as {
    imageBuildVersionArn?: string;
    filter?: { values: string[] };
  };
  const arn = url.searchParams.get("imageBuildVersionArn") ?? imageBuildVersionArn ?? filter?.values[0] ?? "";
  const build = account === factory ? builds[arn] : undefined;
  if (build === undefined) {
    return json(403, { message: `not authorized to perform imagebuilder on ${arn}` }, "ForbiddenException");
  }
  switch (url.pathname) {
    case "/GetImage":
      return json(200, { requestId: "1", image: { arn, type: "AMI", ...build.image } });
    case "/ListWorkflowExecutions":
      return json(200, { requestId: "1", workflowExecutions: build.workflowExecutions ?? [] });
    default:
      return json(200, {
        requestId: "1",
        aggregationType: "imageBuildVersionArn",
        responses:
          build.severityCounts === undefined
            ? []
            : [{ imageAggregation: { imageBuildVersionArn: arn, severityCounts: build.severityCounts } }],
      });
  }
}

function error(code: string, message: string): string {
  const inner = `<Code>${code}</Code><Message>${message}</Message>`;
  return `<Response><Errors><Error>${inner}</Error></Errors><Error>${inner}</Error><RequestID>1</RequestID></Response>`;
}

function xml(status: number, text: string): Answer {
  return [status, "text/xml;charset=UTF-8", `<?xml version="1.0" encoding="UTF-8"?>${text}`];
}

function json(status: number, value: object, type?: string): Answer {
  const text = JSON.stringify(type === undefined ? value : { __type: type, ...value });
  return [status, "application/x-amz-json-1.1", text];
}

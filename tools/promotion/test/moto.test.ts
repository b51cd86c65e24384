import * as assert from "node:assert/strict";
import {
  CreateImageCommand,
  CreateTagsCommand,
  DeregisterImageCommand,
  DescribeImagesCommand,
  DisableImageCommand,
  ModifyImageAttributeCommand,
  RunInstancesCommand,
} from "@aws-sdk/client-ec2";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import { AssumeRoleCommand, STSClient } from "@aws-sdk/client-sts";
import { architecturesOf, readAmi } from "../src/aws/ami";
import { readCandidate } from "../src/aws/candidate";
import { type Session, Sessions } from "../src/aws/sessions";
import { Moto } from "./emulator/moto";
import { build, BUILD } from "./support/example";
import { FACTORY_ACCOUNT, PROD_ACCOUNT, Repository } from "./support/repository";
import { type World, WorldServer } from "./support/world";

const REGION = "eu-west-1";
const CANDIDATE = "/golden-ami/web/candidate";

/** An access key of an account: moto gives one to whoever assumes a role in it. */
async function keyOf({ url }: Moto, account: string): Promise<string> {
  const credentials = { accessKeyId: "AKIANOBODY", secretAccessKey: "hidden" };
  const client = new STSClient({ endpoint: url, region: REGION, credentials });
  const role = { RoleArn: `arn:aws:iam::${account}:role/deployer`, RoleSessionName: "test" };
  const { Credentials } = await client.send(new AssumeRoleCommand(role));
  return Credentials!.AccessKeyId!;
}

/** What moto is faithful in: parameters, identities, and which AMIs there are, in which state and for whom. */
describe("against moto", () => {
  let moto: Moto | undefined;
  let imageBuilder: WorldServer;
  let repository: Repository;
  let world: World;
  let session: Session;
  let key = "";
  let base = "";

  before(async function () {
    // Once on a machine it is installed.
    this.timeout(300_000);
    try {
      moto = await Moto.start();
    } catch (error) {
      const [reason] = (error as Error).message.split("\n");
      process.stderr.write(`EMULATOR SKIPPED: moto cannot be had, so nothing was asked of it: ${reason}\n`);
      this.skip();
    }
    imageBuilder = await WorldServer.start(() => world);
    const endpoints = { AWS_ENDPOINT_URL: moto.url, AWS_ENDPOINT_URL_IMAGEBUILDER: imageBuilder.url };
    const [factory, prod] = [await keyOf(moto, FACTORY_ACCOUNT), await keyOf(moto, PROD_ACCOUNT)];
    repository = new Repository(endpoints, { factory, prod });
    key = factory;
    session = (await Sessions.of(["factory"], REGION)).get(FACTORY_ACCOUNT, REGION, "");
    const owned = new DescribeImagesCommand({ Filters: [{ Name: "architecture", Values: ["x86_64"] }] });
    base = (await session.ec2.send(owned)).Images![0]!.ImageId!;
  });

  after(() => {
    if (moto !== undefined) {
      repository.remove();
      imageBuilder.stop();
      moto.stop();
    }
  });

  /** Makes an AMI of an instance. */
  async function make(name: string, tags: Record<string, string> = {}): Promise<string> {
    const launch = new RunInstancesCommand({ ImageId: base, MinCount: 1, MaxCount: 1, InstanceType: "t3.small" });
    const { Instances } = await session.ec2.send(launch);
    const image = new CreateImageCommand({ InstanceId: Instances![0]!.InstanceId!, Name: name });
    const { ImageId } = await session.ec2.send(image);
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    if (Tags.length > 0) {
      await session.ec2.send(new CreateTagsCommand({ Resources: [ImageId!], Tags }));
    }
    return ImageId!;
  }

  it("knows of which account each profile is", async () => {
    const sessions = await Sessions.of(["factory", "prod"], REGION);
    for (const account of [FACTORY_ACCOUNT, PROD_ACCOUNT]) {
      assert.equal(sessions.find(account, REGION)?.accountId, account);
    }
    assert.equal(sessions.find("999999999999", REGION), undefined);
  });

  it("reads the candidate, and says where there is none", async () => {
    const Value = await make("candidate");
    const parameter = { Name: CANDIDATE, Value, Type: "String", DataType: "aws:ec2:image", Overwrite: true } as const;
    await session.ssm.send(new PutParameterCommand(parameter));
    assert.equal(await readCandidate(session, "web"), Value);
    await assert.rejects(readCandidate(session, "db"), {
      message: /^there is no parameter \/golden-ami\/db\/candidate/,
    });
  });

  it("reads an AMI's facts, and those of its snapshots", async () => {
    const id = await make("facts", { Ec2ImageBuilderArn: BUILD });
    const { snapshots, unencrypted, created, ...facts } = (await readAmi(session, id))!;
    assert.deepEqual(facts, {
      ...{ id, region: REGION, owner: FACTORY_ACCOUNT, state: "available", architecture: "x86_64", public: false },
      requiresTokens: false,
      tags: { Ec2ImageBuilderArn: BUILD },
    });
    assert.match(created, /^\d{4}-\d{2}-\d{2}$/);
    assert.match(snapshots.join(), /^snap-[0-9a-f]{17}$/);
    assert.deepEqual(unencrypted, snapshots);
  });

  it("sees an AMI that is disabled or public, and none that is gone or another account's", async () => {
    const id = await make("states");
    await session.ec2.send(new DisableImageCommand({ ImageId: id }));
    assert.equal((await readAmi(session, id))?.state, "disabled");
    const LaunchPermission = { Add: [{ Group: "all" as const }] };
    await session.ec2.send(new ModifyImageAttributeCommand({ ImageId: id, LaunchPermission }));
    assert.equal((await readAmi(session, id))?.public, true);
    await session.ec2.send(new DeregisterImageCommand({ ImageId: id }));
    const prod = (await Sessions.of(["prod"], REGION)).get(PROD_ACCOUNT, REGION, "");
    for (const [viewer, unseen] of [
      [session, "ami-0123456789abcdef0"],
      [prod, await make("private")],
    ] as const) {
      assert.equal(await readAmi(viewer, unseen), undefined);
    }
  });

  it("knows what a type of instance runs", async () => {
    assert.deepEqual(await architecturesOf(session, "t3.small"), ["x86_64"]);
    assert.deepEqual(await architecturesOf(session, "m7g.large"), ["arm64"]);
  });

  it("refuses the candidate for what moto cannot do, which is to encrypt, and for nothing else", async () => {
    const image = await make("whole", { Ec2ImageBuilderArn: BUILD });
    const parameter = { Name: CANDIDATE, Value: image, Type: "String", Overwrite: true } as const;
    await session.ssm.send(new PutParameterCommand(parameter));
    const outputResources = { amis: [{ region: REGION, image, accountId: FACTORY_ACCOUNT }] };
    const builds = { [BUILD]: build({}, { outputResources }) };
    world = { accounts: { [key]: FACTORY_ACCOUNT }, parameters: {}, amis: [], builds };
    repository.catalogue = "amis: []\n";
    const { status, complaints } = await repository.run(["web", "dev", "--yes"]);
    assert.equal(status, 1, complaints);
    const [first, ...reasons] = complaints.split("\n");
    assert.equal(first, `✗ ${image} is not fit:`);
    // The emulator knows no IMDSv2 of an AMI.
    assert.equal(reasons.length, 2, complaints);
    assert.match(reasons[0]!, /^ {2}- snap-[0-9a-f]{17} is not encrypted; /);
    assert.match(reasons[1]!, /^ {2}- it does not ask for IMDSv2; /);
  });

  it("compares the catalogue with what there is", async () => {
    const [disabled, tagged] = [await make("one"), await make("two", { "golden-ami:approved": "true" })];
    await session.ec2.send(new DisableImageCommand({ ImageId: disabled }));
    const entry = (environment: string, id: string, account = FACTORY_ACCOUNT): string =>
      [
        ...[
          "  - name: web",
          `    environments: [${environment}]`,
          "    region: eu-west-1",
          `    accountId: "${account}"`,
        ],
        ...[`    id: ${id}`, "    encrypted: true", "    created: 2026-11-01", "    approved: 2026-11-03"],
        ...["    approvedBy: platform", "    expires: 2027-01-31", ""],
      ].join("\n");
    repository.catalogue = `amis:\n${entry("dev", disabled)}${entry("staging", tagged)}${entry("prod", "ami-0123456789abcdef0", PROD_ACCOUNT)}`;
    const { status, out } = await repository.run(["--check", "--profile", "factory", "--profile", "prod"]);
    assert.equal(status, 1);
    assert.deepEqual(out.replace(/snap-[0-9a-f]{17}/g, "snap").split("\n"), [
      ...[`✗ web for dev, ${disabled} in eu-west-1`, "    it is disabled", "    snap is not encrypted"],
      "    it does not ask for IMDSv2",
      "    it has no tag golden-ami:approved=true, so that a lifecycle rule may remove it; deploy the stack of the account that owns it",
      ...[`✗ web for staging, ${tagged} in eu-west-1`, "    snap is not encrypted", "    it does not ask for IMDSv2"],
      ...["✗ web for prod, ami-0123456789abcdef0 in eu-west-1", "    it is gone"],
    ]);
  });
});

import * as assert from "node:assert/strict";
import { ami, build, BUILD, CATALOGUE, COPY, KEYS, NEWER, PARENT, world } from "./support/example";
import { PROD_ACCOUNT, Repository } from "./support/repository";
import { type World, WorldServer } from "./support/world";

const BOTH = ["--profile", "factory", "--profile", "prod"];

describe("promote", () => {
  let server: WorldServer;
  let repository: Repository;
  let aws: World;

  before(async () => {
    server = await WorldServer.start(() => aws);
    repository = new Repository({ AWS_ENDPOINT_URL: server.url }, KEYS);
  });

  after(() => {
    repository.remove();
    server.stop();
  });

  beforeEach(() => {
    aws = world();
    repository.catalogue = CATALOGUE;
    repository.configured = 0;
  });

  /** The reasons for which an AMI is refused; nothing may be written then. */
  async function refused(argv: string[] = ["web", "dev", "--yes"]): Promise<string[]> {
    const { status, complaints } = await repository.run(argv);
    assert.equal(status, 1, complaints);
    assert.equal(repository.catalogue, CATALOGUE);
    return complaints.split("\n").slice(1);
  }

  it("writes the newest candidate with its evidence in the place of what was approved, and configures the pack", async () => {
    const { status, out, complaints } = await repository.run(["web", "dev", "--yes"]);
    assert.equal(status, 0, complaints);
    const entry = `  # The newest, to see how it does.
  - name: web
    environments: [dev]
    region: eu-west-1
    accountId: "111122223333"
    id: ${NEWER} # by hand
    encrypted: true
    architecture: x86_64
    created: 2026-11-20
    approved: 2026-11-30
    approvedBy: Ada
    expires: 2027-02-28
    deprecated: 2027-11-20
    build: ${BUILD}
    parent: ${PARENT}
    tests: passed
    findings:
      critical: 0
      high: 0
      medium: 2
      other: 7
`;
    const [before = "", rest = ""] = CATALOGUE.split("  # The newest");
    const staging = rest.slice(rest.indexOf("  - name: web\n    environments: [staging"));
    assert.equal(repository.catalogue, before + entry + staging);
    assert.equal(repository.configured, 1);
    assert.match(out, /^web for dev: ami-0aaaaaaaaaaaaaaaa\n/);
    assert.match(out, /\n {2}scan {9} 0 critical, 0 high, 2 medium, 7 other\n/);
    assert.match(out, /\n {2}architecture {2}x86_64, for t3.small\n/);
    assert.match(out, /\n- {5}id: ami-0a1b2c3d4e5f60718 # by hand\n/);
    assert.match(out, /\nApproved. .* pulumi up -s shared, which tags it, then pulumi up -s dev\.$/);
  });

  it("writes a second time nothing, since the catalogue says so already", async () => {
    await repository.run(["web", "dev", "--yes"]);
    const text = repository.catalogue;
    const { status, out } = await repository.run(["web", "dev", "--yes"]);
    assert.equal(status, 0);
    assert.match(out, /stacks\/approved-amis.yaml says so already\.$/);
    assert.equal(repository.catalogue, text);
    assert.equal(repository.configured, 1);
  });

  it("gives one of two environments an entry of its own, and leaves the other's", async () => {
    const { status } = await repository.run(["web", "staging", "--yes", "--by", "Grace", "--expires", "2026-12-24"]);
    assert.equal(status, 0);
    const text = repository.catalogue;
    assert.match(text, /environments: \[prod\]\n.*\n.*\n {4}id: ami-0f9e8d7c6b5a40312\n/);
    const added = text.slice(text.lastIndexOf("  - name: web"));
    assert.match(added, /environments: \[staging\]\n/);
    assert.match(added, /\n {4}approvedBy: Grace\n {4}expires: 2026-12-24\n/);
    assert.match(text, /# The newest, to see how it does\.\n.*\n {4}environments: \[dev\]\n/);
  });

  it("gives production the copy of the build that staging has, in its own account", async () => {
    await repository.run(["web", "staging", "--yes"]);
    const { status, complaints } = await repository.run(["web", "prod", "--from", "staging", "--yes", ...BOTH]);
    assert.equal(status, 0, complaints);
    const entries = repository.catalogue.split("\n  - ");
    const own = entries.find((entry) => entry.includes("environments: [prod]"))!;
    assert.match(own, new RegExp(`accountId: "${PROD_ACCOUNT}"\n {4}id: ${COPY}\n`));
    assert.match(own, new RegExp(`build: ${BUILD}\n`));
    assert.doesNotMatch(own, /owner:/);
  });

  it("gives production what is shared with it, and names the owner", async () => {
    const { outputResources: _own, ...image } = build().image as { outputResources: object };
    const shared = { outputResources: { amis: [{ region: "eu-west-1", image: NEWER, accountId: "111122223333" }] } };
    aws = world({
      amis: [ami({ sharedWith: [PROD_ACCOUNT] })],
      builds: { [BUILD]: build({}, { ...image, ...shared }) },
    });
    const { status, complaints } = await repository.run(["web", "prod", "--yes", ...BOTH]);
    assert.equal(status, 0, complaints);
    assert.match(
      repository.catalogue,
      new RegExp(`accountId: "${PROD_ACCOUNT}"\n {4}owner: "111122223333"\n {4}id: ${NEWER}\n`),
    );
  });

  it("takes a promotion back with what another environment launches", async () => {
    const arn = BUILD.replace("1.0.5", "1.0.4");
    const former = ami({ id: "ami-0f9e8d7c6b5a40312", tags: { Ec2ImageBuilderArn: arn } });
    const outputResources = { amis: [{ region: "eu-west-1", image: former.id, accountId: former.owner }] };
    aws = world({ amis: [ami(), former], builds: { [BUILD]: build(), [arn]: build({}, { outputResources }) } });
    await repository.run(["web", "dev", "--yes"]);
    const { status, complaints } = await repository.run(["web", "dev", "--from", "staging", "--yes"]);
    assert.equal(status, 0, complaints);
    assert.match(repository.catalogue, /environments: \[dev\]\n.*\n.*\n {4}id: ami-0f9e8d7c6b5a40312 # by hand\n/);
  });

  it("lets an approval end when the AMI is deprecated, if that is sooner than in ninety days", async () => {
    aws = world({ amis: [ami({ deprecated: "2026-12-31T00:00:00.000Z" })] });
    await repository.run(["web", "dev", "--yes"]);
    assert.match(repository.catalogue, /\n {4}expires: 2026-12-31\n {4}deprecated: 2026-12-31\n/);
  });

  it("writes nothing where it is only to show, or nobody says yes", async () => {
    for (const [argv, options] of [
      [["web", "dev", "--dry-run", "--yes"], {}],
      [["web", "dev"], { yes: false }],
    ] as const) {
      const { status, out } = await repository.run([...argv], options);
      assert.equal(status, 0);
      assert.match(out, new RegExp(`\\+ {5}id: ${NEWER}[^]*Nothing is written`));
      assert.equal(repository.catalogue, CATALOGUE);
    }
    assert.equal(repository.configured, 0);
    assert.equal((await repository.run(["web", "dev"])).status, 0);
    assert.notEqual(repository.catalogue, CATALOGUE);
  });

  it("takes a build that a lifecycle rule has retired since, while its AMI is there", async () => {
    aws = world({ builds: { [BUILD]: build({}, { state: { status: "DEPRECATED", reason: "by a rule" } }) } });
    const { status, complaints } = await repository.run(["web", "dev", "--yes"]);
    assert.equal(status, 0, complaints);
  });

  describe("refuses, with every reason at once,", () => {
    it("an AMI that is not fit in any way", async () => {
      const bad = ami({
        ...{ state: "disabled", architecture: "arm64", encrypted: [true, false], public: true },
        ...{ imdsSupport: "", created: "2026-05-01T00:00:00.000Z", deprecated: "2026-11-29T00:00:00.000Z" },
      });
      const broken = build(
        { workflowExecutions: [{ type: "TEST", status: "FAILED", message: "port 22 is open" }] },
        { state: { status: "FAILED", reason: "tests\nfailed" } },
      );
      aws = world({
        amis: [bad],
        builds: { [BUILD]: { ...broken, severityCounts: { all: 5, critical: 1, high: 2 } } },
      });
      assert.deepEqual(await refused(["web", "dev", "--yes", "--expires", "2026-11-01"]), [
        `  - its build ${BUILD} is FAILED (tests failed), but must be AVAILABLE.`,
        "  - its tests ended as FAILED (port 22 is open), but must be COMPLETED.",
        "  - its scan found 1 critical and 2 high vulnerabilities; build again with updates, or say why it is approved all the same with --accept-findings REASON.",
        "  - it is disabled, but must be available.",
        "  - snap-10aaaaaaaaaaaaaaaa is not encrypted; encrypt the recipe's volumes, and build again.",
        "  - everybody may launch it; take that permission away.",
        `  - it does not ask for IMDSv2; have its owner run aws ec2 modify-image-attribute --image-id ${bad.id} --imds-support v2.0.`,
        "  - it is 213 days old, but must be no older than 180; build again.",
        "  - the approval would end on 2026-11-01, before it begins; give --expires a later day.",
        "  - it is deprecated since 2026-11-29.",
        "  - it is of arm64, but t3.small runs x86_64.",
      ]);
    });

    it("an approval that outlives its AMI", async () => {
      assert.deepEqual(await refused(["web", "dev", "--yes", "--expires", "2027-11-21"]), [
        "  - the approval would end on 2027-11-21, after it is deprecated; give --expires no later day than 2027-11-20.",
      ]);
    });

    it("an AMI that no test and no scan has seen, unless the scan is waived with a reason", async () => {
      aws = world({ builds: { [BUILD]: build({ workflowExecutions: [] }, { scanState: undefined }) } });
      const untested = "  - its build ran no test; switch the pipeline's tests on, and build again.";
      assert.deepEqual(await refused(), [
        untested,
        "  - its scan for vulnerabilities is not switched on, but must be COMPLETED; wait or scan, or say why it is approved all the same with --accept-findings REASON.",
      ]);
      assert.deepEqual(await refused(["web", "dev", "--accept-findings", "no network"]), [untested]);
    });

    it("an AMI that was found vulnerable, unless that is accepted with a reason, which is written down", async () => {
      aws = world({ builds: { [BUILD]: build({ severityCounts: { all: 1, critical: 0, high: 1, medium: 0 } }) } });
      assert.equal((await refused()).length, 1);
      const accepting = ["web", "dev", "--yes", "--accept-findings", "not reachable"];
      assert.equal((await repository.run(accepting)).status, 0);
      const written = / {6}high: 1\n {6}medium: 0\n {6}other: 0\n {4}acceptedFindings: not reachable\n/;
      assert.match(repository.catalogue, written);
      // Another approval, of an AMI without findings, does not keep the reason.
      aws = world();
      assert.equal((await repository.run(["web", "dev", "--yes"])).status, 0);
      assert.doesNotMatch(repository.catalogue, /acceptedFindings/);
    });

    it("an AMI of which nothing tells the build", async () => {
      aws = world({ amis: [ami({ tags: {} })] });
      const [reason] = await refused();
      assert.match(reason!, /^ {2}- it has no tag Ec2ImageBuilderArn, so that nothing tells of its build/);
    });

    it("an AMI whose tag names a build that does not know it", async () => {
      const foreign = "ami-0eeeeeeeeeeeeeeee";
      aws = world({
        amis: [ami({ id: foreign })],
        parameters: { "111122223333 eu-west-1 /golden-ami/web/candidate": foreign },
      });
      // What the build does list is not there any more.
      assert.match((await refused())[0]!, /dev's account 111122223333 does not see it in eu-west-1/);
      repository.catalogue = CATALOGUE.replace("ami-0f9e8d7c6b5a40312", foreign);
      const { status, complaints } = await repository.run(["web", "dev", "--from", "staging", "--yes"]);
      assert.equal(status, 1);
      assert.match(complaints, /its build arn.* does not list it, so that nothing tells of its tests and its scan/);
    });

    it("a build that gave the environment's Region nothing", async () => {
      const elsewhere = { outputResources: { amis: [{ region: "us-east-1", image: "ami-0ddddddddddddddddd" }] } };
      aws = world({ builds: { [BUILD]: build({}, elsewhere) } });
      assert.deepEqual(await refused(), [
        "  - it gave eu-west-1 no AMI, where dev is, but ami-0ddddddddddddddddd in us-east-1; add the Region to the pipeline's distributions.",
      ]);
    });

    it("an AMI that is not shared with the environment's account", async () => {
      aws = world({ amis: [ami()] });
      assert.deepEqual(await refused(["web", "prod", "--yes", ...BOTH]), [
        `  - prod's account ${PROD_ACCOUNT} does not see it in eu-west-1: it is gone, or not shared with that account.`,
      ]);
    });
  });

  describe("answers in one line", () => {
    const failures: [what: string, argv: string[], line: RegExp, change?: () => void][] = [
      ["an environment that there is not", ["web", "test"], /there is no environment "test"; name one of dev, prod, /],
      [
        "a day that there is not",
        ["web", "dev", "--expires", "soon"],
        /--expires is "soon", but must be a day; write it/,
      ],
      [
        "an environment without an approval to take",
        ["db", "dev", "--from", "prod"],
        /no AMI db is approved for prod; take the newest candidate, without --from/,
      ],
      [
        "a candidate that there is not",
        ["db", "dev"],
        /no parameter \/golden-ami\/db\/candidate in eu-west-1 and account/,
      ],
      [
        "credentials of another account",
        ["web", "prod"],
        /prod is in account 444455556666, but the credentials at hand are of 111122223333; give a profile/,
      ],
      [
        "credentials that are over",
        ["web", "dev"],
        /the credentials of the environment cannot be used; log in, .*: InvalidClientTokenId: The security token/,
        () => (aws = world({ accounts: {} })),
      ],
      ["a profile that there is not", ["web", "dev", "--profile", "none"], /the profile none cannot be used; log in/],
      [
        "what AWS does not allow",
        ["web", "dev"],
        /Image Builder GetImage in eu-west-1: ForbiddenException: not authorized/,
        () => (aws = world({ builds: {} })),
      ],
      [
        "a catalogue that is no YAML",
        ["web", "dev"],
        /stacks\/approved-amis.yaml cannot be read: /,
        () => (repository.catalogue = "amis: ["),
      ],
    ];
    for (const [what, argv, line, change] of failures) {
      it(`${what}`, async () => {
        change?.();
        const before = repository.catalogue;
        const { status, complaints } = await repository.run([...argv, "--yes"]);
        assert.equal(status, 2, complaints);
        assert.match(complaints, new RegExp(`^error: .*${line.source}`));
        assert.doesNotMatch(complaints, /\n|hidden|AKIA/);
        assert.equal(repository.catalogue, before);
      });
    }

    it("that nobody is known to approve", async () => {
      const { status, complaints } = await repository.run(["web", "dev", "--yes"], { author: "" });
      assert.equal(status, 2);
      assert.match(complaints, /^error: nobody is known to approve; set git's user.name, or give --by NAME\.$/);
    });
  });
});

import * as assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImageTest } from "@groundwork/golden-ami";
import { LINUX_TESTS } from "../../src/tests/linux-tests";

/** What the scripts use that is the same on every Linux. */
const TOOLS = ["awk", "bash", "cat", "grep", "sort"];

/** Programs that stand in for those of an instance, by name: each a script for bash. */
type Programs = Record<string, string>;

describe("the tests of a Linux AMI", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "image-tests-"));
    for (const tool of TOOLS) {
      symlinkSync(execFileSync("bash", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim(), join(folder, tool));
    }
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs a script where nothing but these programs is there: how it ended, and what it said of it. */
  const run = (script: string, programs: Programs = {}): [status: number | null, said: string] => {
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(join(folder, name), `#!${join(folder, "bash")}\n${text}\n`);
      chmodSync(join(folder, name), 0o755);
    }
    // AWSTOE runs a file, too.
    const file = join(folder, "input.sh");
    writeFileSync(file, script);
    const { status, stderr } = spawnSync(join(folder, "bash"), [file], {
      env: { PATH: folder },
      encoding: "utf8",
    });
    return [status, stderr];
  };
  const PASSED = [0, ""];

  it("boots: passes when everything runs, and names what has failed", () => {
    const script = LINUX_TESTS[ImageTest.Boots]();
    const systemctl = (state: string, status: number) => ({
      systemctl: `if [ "$1" = is-system-running ]; then echo ${state}; exit ${status}; fi; echo nginx.service`,
    });
    assert.deepEqual(run(script, systemctl("running", 0)), PASSED);
    const [status, said] = run(script, systemctl("degraded", 1));
    assert.equal(status, 1);
    assert.match(said, /is degraded.*\nnginx\.service/);
  });

  it("no security updates: passes where dnf finds none, and fails with updates or without an answer", () => {
    const script = LINUX_TESTS[ImageTest.NoSecurityUpdates]();
    const dnf = (status: number) => ({ dnf: `[ "$*" = "--quiet check-update --security" ] || exit 9; exit ${status}` });
    assert.deepEqual(run(script, dnf(0)), PASSED);
    for (const status of [100, 1]) {
      assert.equal(run(script, dnf(status))[0], 1);
    }
  });

  it("no security updates: passes where apt would install none, and names those that it would", () => {
    const script = LINUX_TESTS[ImageTest.NoSecurityUpdates]();
    const apt = (line: string, updated = 0) => ({
      "apt-get": `if [ "$1" = --simulate ]; then echo '${line}'; else exit ${updated}; fi`,
    });
    assert.deepEqual(run(script, apt("Inst vim [1] (2 Ubuntu:24.04/noble-updates [amd64])")), PASSED);
    const [status, said] = run(script, apt("Inst openssl [1] (2 Ubuntu:24.04/noble-security [amd64])"));
    assert.equal(status, 1);
    assert.match(said, /openssl/);
    assert.notEqual(run(script, apt("", 100))[0], 0);
  });

  it("metadata tokens: passes only where a request without a token is refused", () => {
    const script = LINUX_TESTS[ImageTest.MetadataTokens]();
    const curl = (code: number, token = "token") => ({
      curl: `case "$*" in
        *http_code*) echo ${code} ;;
        *'--request PUT'*) echo ${token} ;;
        *'X-aws-ec2-metadata-token: token'*) echo i-1 ;;
        *) exit 22 ;;
      esac`,
    });
    assert.deepEqual(run(script, curl(401)), PASSED);
    assert.deepEqual(run(script, curl(200)), [1, "The metadata service answers 200 without a token.\n"]);
    assert.notEqual(run(script, curl(401, "none"))[0], 0);
  });

  it("encrypted: passes where every volume is, and fails for one that is not, and for an AMI without any", () => {
    const script = LINUX_TESTS[ImageTest.Encrypted]();
    const with_ = (volumes: string) => ({
      curl: `case "$*" in *ami-id) echo ami-1 ;; *region) echo eu-west-1 ;; *) echo token ;; esac`,
      aws: `case "$*" in *'--region eu-west-1 --image-ids ami-1'*) printf '${volumes}' ;; *) exit 1 ;; esac`,
    });
    assert.deepEqual(run(script, with_("/dev/xvda\\tTrue\\n/dev/sdb\\tTrue\\n")), PASSED);
    for (const volumes of ["/dev/xvda\\tTrue\\n/dev/sdb\\tFalse\\n", "/dev/xvda\\tNone\\n", ""]) {
      const [status, said] = run(script, with_(volumes));
      assert.equal(status, 1);
      assert.match(said, /Not every volume of ami-1/);
    }
    assert.notEqual(run(script, { aws: "exit 254" })[0], 0);
  });

  it("ports closed: reads the kernel's own list, and leaves loopback out", () => {
    const line = (address: string, state = "0A") =>
      `   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000`;
    const any = "00000000000000000000000000000000";
    const open = (ipv4: string[], ipv6: string[], ...allowed: number[]) => {
      writeFileSync(join(folder, "tcp"), ["  sl  local_address", ...ipv4].join("\n") + "\n");
      writeFileSync(join(folder, "tcp6"), ["  sl  local_address", ...ipv6].join("\n") + "\n");
      return run(LINUX_TESTS[ImageTest.PortsClosed](allowed).replaceAll("/proc/net/", `${folder}/`));
    };
    // 22 on all addresses, 53 on 127.0.0.53, 25 on ::1, 631 on ::ffff:127.0.0.1, and a connection from 22.
    const ipv4 = [line("00000000:0016"), line("3500007F:0035"), line("0100000A:0016", "01")];
    const ipv6 = [
      line(`${any}:0016`),
      line("00000000000000000000000001000000:0019"),
      line("0000000000000000FFFF00000100007F:0277"),
    ];
    assert.deepEqual(open(ipv4, ipv6, 22), PASSED);
    assert.deepEqual(open(ipv4, ipv6), [1, "Port 22 is open.\n"]);
    assert.deepEqual(open([...ipv4, line("0A00000A:1F90")], [...ipv6, line(`${any}:20FB`)], 22), [
      1,
      "Port 8080 is open.\nPort 8443 is open.\n",
    ]);
    assert.deepEqual(open([line("00000000:0016")], [], 222, 2), [1, "Port 22 is open.\n"]);
    assert.deepEqual(open([], [], 22), PASSED);
  });

  it("services healthy: passes where the unit runs and answers", () => {
    const service = { name: "nginx", url: "https://localhost:8443/health" };
    const script = LINUX_TESTS[ImageTest.ServicesHealthy](service);
    const programs = (active: number, answer: number) => ({
      systemctl: `case "$*" in 'is-active --quiet nginx') exit ${active} ;; esac; echo failed; exit 3`,
      curl: `[ "\${@: -1}" = ${service.url} ] && exit ${answer}`,
    });
    assert.deepEqual(run(script, programs(0, 0)), PASSED);
    assert.notEqual(run(script, programs(3, 0))[0], 0);
    assert.notEqual(run(script, programs(0, 22))[0], 0);
    assert.deepEqual(run(LINUX_TESTS[ImageTest.ServicesHealthy]({ name: "nginx" }), programs(0, 22)), PASSED);
  });
});

import { allOf, anyOf, get } from "../../model/facts";
import { KEY, KEY_POLICY } from "../../model/keys";
import { Group } from "../../model/levels";
import { covers, eachAllowance, principals } from "../../model/policy-document";
import type { Program } from "../../model/program";
import { UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail, pass, unknown, Verdict, type Fact } from "../../model/verdict";

const ALIAS = "aws:kms/alias:Alias";
const GRANT = "aws:kms/grant:Grant";
const AUTO_SCALING_GROUP = "aws:autoscaling/group:Group";

/** The role in whose name Auto Scaling launches instances; a suffix of the user's may follow. */
const SERVICE_ROLE = /:role\/aws-service-role\/autoscaling\.amazonaws\.com\/AWSServiceRoleForAutoScaling/;

const MISSING =
  "An Auto Scaling group launches volumes with the key, and neither the key's policy nor a grant admits " +
  "AWSServiceRoleForAutoScaling, so that its instances end at once; allow it to use the key, and kms:CreateGrant.";

export default defineRule({
  name: "key-admits-auto-scaling",
  requires: "A key with which an Auto Scaling group encrypts volumes admits Auto Scaling's service-linked role.",
  fix: "Name the role in the key's policy, with kms:CreateGrant, or make a kms.Grant for it.",
  severity: "high",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html",
  types: [KEY],
  guards: ["policy"],
  evidence: [ALIAS, GRANT, KEY_POLICY, AwsType.LaunchTemplate, AUTO_SCALING_GROUP],
  judge: (key, _config, program) => {
    const used = isUsedByGroup(key, program);
    if (used !== true) {
      return used === UNKNOWN ? unknown("policy", MISSING) : [];
    }
    const grants = program.dependents(key, [GRANT], "keyId");
    const policies = program.dependents(key, [KEY_POLICY], "keyId");
    const stated = [key, ...(policies === UNKNOWN ? [] : policies)].map(admits);
    const granted: (boolean | Unknown)[] =
      grants === UNKNOWN ? [UNKNOWN] : grants.map((grant) => isServiceRole(get(grant, "granteePrincipal")));
    const admitted = anyOf(...stated, ...granted);
    return admitted === true
      ? pass("policy")
      : admitted === UNKNOWN
        ? unknown("policy", MISSING)
        : fail("policy", MISSING);
  },
});

/** Whether an Auto Scaling group launches from a template whose volumes name the key, or an alias of it. */
function isUsedByGroup(key: Resource, program: Program): boolean | Unknown {
  const aliases = program.dependents(key, [ALIAS], "targetKeyId");
  const named = aliases === UNKNOWN ? UNKNOWN : [key, ...aliases];
  return named === UNKNOWN ? UNKNOWN : anyOf(...named.map((one) => isUsed(one, program)));
}

function isUsed(key: Resource, program: Program): boolean | Unknown {
  const templates = program.dependents(key, [AwsType.LaunchTemplate], "blockDeviceMappings");
  return templates === UNKNOWN
    ? UNKNOWN
    : anyOf(
        ...templates.map((template) => {
          const groups = program.dependents(template, [AUTO_SCALING_GROUP]);
          return groups === UNKNOWN ? UNKNOWN : groups.length > 0;
        }),
      );
}

/** Whether a policy admits the role, by its name or with everybody. */
function admits(resource: Resource): boolean | Unknown {
  const facts = eachAllowance(resource, "policy", (statement): Fact => {
    const meant = principals(statement).map((one) => (one === "*" ? true : isServiceRole(one)));
    const admitted = allOf(anyOf(...meant), covers(statement, "kms:CreateGrant"));
    return admitted === true ? pass("") : admitted === UNKNOWN ? unknown("", "") : fail("", "");
  });
  const verdicts = facts.map(({ verdict }) => verdict);
  return verdicts.includes(Verdict.Pass) ? true : verdicts.includes(Verdict.Unknown) ? UNKNOWN : false;
}

function isServiceRole(principal: unknown): boolean | Unknown {
  return principal === UNKNOWN ? UNKNOWN : typeof principal === "string" && SERVICE_ROLE.test(principal);
}

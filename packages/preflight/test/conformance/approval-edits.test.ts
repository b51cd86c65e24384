import { type Edit, itEdits } from "./harness/edits";
import { describeEngine } from "./harness/suite";

const [FORMER, NEWER, PROD] = ["ami-0a1b2c3d4e5f60718", "ami-0bbbbbbbbbbbbbbbb", "ami-0f9e8d7c6b5a40312"];

/** The template first, by whose new version the group starts an instance refresh. */
const ROLL_OUT = [["update dev-web-launch-template imageId"], ["update dev-web-auto-scaling-group launchTemplate"]];
const PUBLISH = "update dev-parameter insecureValue";

/** What an environment launches and publishes. */
function launching(environment: string, id: string): NonNullable<Edit["state"]> {
  return {
    [`${environment}-parameter`]: { name: `/golden-ami/web/${environment}/approved`, insecureValue: id },
    [`${environment}-web-launch-template`]: { imageId: id },
  };
}

const approvals: Edit[] = [
  {
    does: "is rolled out and published in dev, and in prod nothing changes",
    of: "catalogue",
    to: { dev: NEWER },
    steps: ROLL_OUT,
    anytime: [PUBLISH, `create approved-${NEWER}-tag`, `delete approved-${FORMER}-tag`],
    state: { ...launching("dev", NEWER), ...launching("prod", PROD), [`approved-${NEWER}-tag`]: { resourceId: NEWER } },
  },
  {
    does: "is taken back in dev: the same steps, back to the former AMI",
    of: "catalogue",
    from: { dev: NEWER },
    to: { dev: FORMER },
    steps: ROLL_OUT,
    anytime: [PUBLISH, `create approved-${FORMER}-tag`, `delete approved-${NEWER}-tag`],
    state: { ...launching("dev", FORMER), ...launching("prod", PROD) },
  },
];

describeEngine("an approval", () => itEdits("edits-approval", approvals));

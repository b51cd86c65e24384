import { FACTORY_ACCOUNT, PROD_ACCOUNT } from "./repository";
import { type World, type WorldAmi, type WorldBuild } from "./world";

/** A build, the AMI that it made, and the copy that production got of it. */
export const BUILD = "arn:aws:imagebuilder:eu-west-1:111122223333:image/web-ami/1.0.5/1";
export const NEWER = "ami-0aaaaaaaaaaaaaaaa";
export const COPY = "ami-0cccccccccccccccc";

/** The access key of each profile. */
export const KEYS = { factory: "AKIAFACTORY", prod: "AKIAPROD" };

export const PARENT = "ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64";

/** An AMI that is fit in every way, but for what is changed. */
export function ami(change: Partial<WorldAmi> = {}): WorldAmi {
  return {
    ...{ id: NEWER, region: "eu-west-1", owner: FACTORY_ACCOUNT },
    deprecated: "2027-11-20T00:00:00.000Z",
    tags: { Ec2ImageBuilderArn: BUILD, CreatedBy: "EC2 Image Builder" },
    ...change,
  };
}

/** A build that is fit in every way, but for what is changed. */
export function build(change: Partial<WorldBuild> = {}, image: object = {}): WorldBuild {
  return {
    image: {
      ...{ name: "web-ami", version: "1.0.5", state: { status: "AVAILABLE" }, dateCreated: "2026-11-20T03:00:00Z" },
      imageRecipe: { parentImage: PARENT },
      scanState: { status: "COMPLETED" },
      outputResources: {
        amis: [
          { region: "eu-west-1", image: NEWER, accountId: FACTORY_ACCOUNT, name: "web" },
          { region: "eu-west-1", image: COPY, accountId: PROD_ACCOUNT, name: "web" },
        ],
      },
      ...image,
    },
    workflowExecutions: [
      { type: "BUILD", status: "COMPLETED" },
      { type: "TEST", status: "COMPLETED" },
      { type: "DISTRIBUTION", status: "COMPLETED" },
    ],
    severityCounts: { all: 9, critical: 0, high: 0, medium: 2 },
    ...change,
  };
}

/** A world in which everything is fit. */
export function world(change: Partial<World> = {}): World {
  return {
    accounts: { [KEYS.factory]: FACTORY_ACCOUNT, [KEYS.prod]: PROD_ACCOUNT },
    parameters: { [`${FACTORY_ACCOUNT} eu-west-1 /golden-ami/web/candidate`]: NEWER },
    amis: [ami(), ami({ id: COPY, owner: PROD_ACCOUNT })],
    builds: { [BUILD]: build() },
    ...change,
  };
}

/** A catalogue as people write it. */
export const CATALOGUE = `# What each environment may launch.
amis:
  # The newest, to see how it does.
  - name: web
    environments: [dev]
    region: eu-west-1
    accountId: "111122223333"
    id: ami-0a1b2c3d4e5f60718 # by hand
    encrypted: true
    created: 2026-11-01
    approved: 2026-11-03
    approvedBy: platform
    expires: 2027-01-31
  - name: web
    environments: [staging, prod]
    region: eu-west-1
    accountId: "111122223333"
    id: ami-0f9e8d7c6b5a40312
    encrypted: true
    created: 2026-10-15
    approved: 2026-10-18
    approvedBy: platform
    expires: 2027-01-31
`;

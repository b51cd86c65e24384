import { EC2Client } from "@aws-sdk/client-ec2";
import { ImagebuilderClient } from "@aws-sdk/client-imagebuilder";
import { SSMClient } from "@aws-sdk/client-ssm";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { PromotionError } from "../errors";
import { ask } from "./ask";

/** Credentials of one account, in one Region. */
export interface Session {
  accountId: string;
  region: string;
  ec2: EC2Client;
  ssm: SSMClient;
  imagebuilder: ImagebuilderClient;
}

/** The credentials at hand, by the account that they are of. */
export class Sessions {
  private readonly opened = new Map<string, Session>();

  private constructor(private readonly profiles: Map<string, string | undefined>) {}

  /**
   * Asks AWS which accounts the credentials are of.
   *
   * @param profiles Profiles of AWS's configuration; without any, the credentials of the environment.
   * @param region The Region to ask in.
   * @throws {@link PromotionError} if there are no credentials, or they are over.
   */
  static async of(profiles: string[], region: string): Promise<Sessions> {
    const accounts = new Map<string, string | undefined>();
    for (const profile of profiles.length === 0 ? [undefined] : profiles) {
      const client = new STSClient({ region, ...named(profile) });
      const whose = profile === undefined ? "the credentials of the environment" : `the profile ${profile}`;
      const { Account } = await ask(`${whose} cannot be used; log in, or name another by --profile`, () =>
        client.send(new GetCallerIdentityCommand({})),
      );
      accounts.set(Account ?? "", profile);
    }
    return new Sessions(accounts);
  }

  /** The credentials of an account; `undefined` where there are none. */
  find(accountId: string, region: string): Session | undefined {
    if (!this.profiles.has(accountId)) {
      return undefined;
    }
    const key = `${accountId} ${region}`;
    const settings = { region, ...named(this.profiles.get(accountId)) };
    const session = this.opened.get(key) ?? {
      ...{ accountId, region },
      ec2: new EC2Client(settings),
      ssm: new SSMClient(settings),
      imagebuilder: new ImagebuilderClient(settings),
    };
    this.opened.set(key, session);
    return session;
  }

  /**
   * The credentials of an account.
   *
   * @param why What they are needed for.
   * @throws {@link PromotionError} if there are none.
   */
  get(accountId: string, region: string, why: string): Session {
    const found = this.find(accountId, region);
    if (found === undefined) {
      const others = [...this.profiles.keys()].join(", ");
      throw new PromotionError(
        `${why} is in account ${accountId}, but the credentials at hand are of ${others}; give a profile of each account by --profile.`,
      );
    }
    return found;
  }
}

function named(profile: string | undefined): { profile?: string } {
  return profile === undefined ? {} : { profile };
}

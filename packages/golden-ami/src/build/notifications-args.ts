import type * as pulumi from "@pulumi/pulumi";

/** Who is told: of builds that end, and of those that fail, wait for an approval, or have critical or high vulnerabilities. */
export interface BuildNotifications {
  /**
   * An SNS topic that exists, of the pipeline's account. Its policy must admit EventBridge (`events.amazonaws.com`), and so must
   * the key's that encrypts it.
   *
   * @default - an encrypted topic is made
   */
  topicArn?: pulumi.Input<string>;

  /**
   * The KMS key of the topic, made or given, of the pipeline's account; it must admit EventBridge and Image Builder: see
   * `EncryptionKey`'s `services`.
   *
   * @default - a key is made for the made topic; a given topic has none of yours
   */
  keyArn?: pulumi.Input<string>;

  /**
   * Whom the made topic writes to: each gets a mail that asks to confirm. Plain, because each is a subscription of its own.
   *
   * @default - nobody, until somebody subscribes
   */
  emailAddresses?: string[];
}

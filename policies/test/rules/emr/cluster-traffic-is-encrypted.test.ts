import rule from "../../../rules/emr/cluster-traffic-is-encrypted";
import { describeRule } from "../../support/table";

const configuration = (EnableInTransitEncryption: boolean) => ({
  configuration: JSON.stringify({ EncryptionConfiguration: { EnableInTransitEncryption } }),
});

describeRule(rule, [
  {
    it: "fails a configuration that does not",
    fails: configuration(false),
    messages: ["configuration.EncryptionConfiguration.EnableInTransitEncryption is false; set it to true."],
    passes: { "one that does": configuration(true) },
  },
]);

import rule from "../../../rules/emr/cluster-requires-metadata-tokens";
import { describeRule } from "../../support/table";

const configuration = (service?: object) => ({
  configuration: JSON.stringify({ InstanceMetadataServiceConfiguration: service }),
});
const FIELD = "configuration.InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion";
const passes = { "version 2": configuration({ MinimumInstanceMetadataServiceVersion: 2 }) };

describeRule(rule, [
  {
    it: "fails a configuration that says nothing, because EMR takes version 1, too",
    fails: configuration(),
    messages: [`${FIELD} is not set, and AWS takes 1 then; set it to 2.`],
    passes,
  },
  {
    it: "fails version 1",
    fails: configuration({ MinimumInstanceMetadataServiceVersion: 1 }),
    messages: [`${FIELD} is 1; set it to 2.`],
    passes,
  },
]);

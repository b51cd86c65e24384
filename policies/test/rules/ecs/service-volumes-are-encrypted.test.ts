import rule from "../../../rules/ecs/service-volumes-are-encrypted";
import { describeRule } from "../../support/table";

const volume = (inputs: object) => ({ volumeConfiguration: { name: "data", managedEbsVolume: inputs } });

describeRule(rule, [
  {
    it: "fails a volume that is declared unencrypted",
    fails: volume({ encrypted: false }),
    messages: ["volumeConfiguration.managedEbsVolume.encrypted is false; set it to true."],
    passes: {
      "an encrypted one": volume({ encrypted: true }),
      "one that says nothing, because the provider asks for encryption then": volume({ sizeInGb: 10 }),
      "a service without volumes": { volumeConfiguration: undefined },
    },
  },
]);

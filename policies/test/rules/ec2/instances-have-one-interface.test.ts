import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/instances-have-one-interface";
import { describeRule } from "../../support/table";

describeRule(
  rule,
  [AwsType.Instance, AwsType.LaunchTemplate].map((type) => ({
    it: `fails a ${type.split(":")[2]} with two`,
    type,
    fails: { networkInterfaces: [{ deviceIndex: 0 }, { deviceIndex: 1 }] },
    messages: ["networkInterfaces has 2 interfaces; leave one of them."],
    passes: {
      "one with one": { networkInterfaces: { deviceIndex: 0 } },
      "one that leaves it to AWS, which gives one": { networkInterfaces: undefined },
    },
  })),
);

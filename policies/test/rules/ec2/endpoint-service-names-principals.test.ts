import rule from "../../../rules/ec2/endpoint-service-names-principals";
import { describeRule } from "../../support/table";

const everybody = (field: string) =>
  `${field} names everybody, and nobody is asked; name who may connect, or set acceptanceRequired: true.`;

describeRule(rule, [
  {
    it: "fails an endpoint service that accepts everybody by itself",
    fails: { acceptanceRequired: false, allowedPrincipals: ["arn:aws:iam::111122223333:root", "*"] },
    messages: [everybody("allowedPrincipals")],
    passes: {
      "one account": { allowedPrincipals: ["arn:aws:iam::111122223333:root"] },
      "one that asks": { acceptanceRequired: true },
    },
  },
  {
    it: "fails everybody that is added to such a service",
    type: "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
    others: [
      {
        type: "aws:ec2/vpcEndpointService:VpcEndpointService",
        name: "service",
        inputs: { acceptanceRequired: false },
      },
    ],
    more: { sources: { vpcEndpointServiceId: ["service"] } },
    fails: { principalArn: "*" },
    messages: [`${everybody("principalArn")} (end)`],
    passes: { "one account": { principalArn: "arn:aws:iam::111122223333:root" } },
  },
]);

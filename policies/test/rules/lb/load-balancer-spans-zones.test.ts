import rule from "../../../rules/lb/load-balancer-spans-zones";
import { UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer with one subnet, since AWS takes one of each zone",
    fails: { subnets: ["subnet-a"] },
    messages: ["subnets reaches 1 Availability Zones, fewer than 2; name a subnet in another."],
    passes: {
      "one with two": { subnets: ["subnet-a", "subnet-b"] },
      "one with mappings": { subnetMappings: [{ subnetId: "subnet-a" }, { subnetId: "subnet-b" }] },
      "one with none, which AWS refuses": { subnets: [] },
      "one with two that AWS is still to make": { subnets: [UNKNOWN_VALUE, UNKNOWN_VALUE] },
    },
  },
  {
    it: "fails a Network Load Balancer whose mappings are of one subnet",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { loadBalancerType: "network", subnetMappings: [{ subnetId: "subnet-a" }, { subnetId: "subnet-a" }] },
    messages: ["subnets reaches 1 Availability Zones, fewer than 2; name a subnet in another."],
    passes: {
      "one with two": { subnetMappings: [{ subnetId: "subnet-a" }, { subnetId: "subnet-b" }] },
      "one with subnets": { subnets: ["subnet-a", "subnet-b"] },
    },
  },
  {
    it: "fails a classic load balancer in one zone",
    type: "aws:elb/loadBalancer:LoadBalancer",
    fails: { availabilityZones: ["eu-west-1a"] },
    messages: ["subnets reaches 1 Availability Zones, fewer than 2; name a subnet in another."],
    passes: {
      "one in two": { availabilityZones: ["eu-west-1a", "eu-west-1b"] },
      "one in subnets, which a VPC's has": { subnets: ["subnet-a", "subnet-b"] },
    },
  },
  {
    it: "fails fewer zones than the configuration asks for",
    fails: { subnets: ["subnet-a", "subnet-b"] },
    settings: { minimumZones: 3 },
    messages: ["subnets reaches 2 Availability Zones, fewer than 3; name a subnet in another."],
    passes: { "one with three": { subnets: ["subnet-a", "subnet-b", "subnet-c"] } },
  },
]);

"use strict";
const { CustomResource } = require("@pulumi/pulumi");

new CustomResource("aws:ebs/volume:Volume", "bare", { availabilityZone: "eu-west-1a", size: 8 });
new CustomResource("aws:ebs/volume:Volume", "sealed", { availabilityZone: "eu-west-1a", size: 8, encrypted: true });

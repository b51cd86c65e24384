/** The way out of an instance's security group: HTTPS to anywhere, in the inputs of an egress rule. */
export const HTTPS_EGRESS = {
  description: "HTTPS to AWS services and package repositories",
  ipProtocol: "tcp",
  fromPort: 443,
  toPort: 443,
  cidrIpv4: "0.0.0.0/0",
};

/** Which of AWS's load balancers something belongs to. */
export enum LoadBalancerType {
  Application = "application",
  Network = "network",
}

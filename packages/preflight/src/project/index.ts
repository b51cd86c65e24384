export * from "./types";
export { loadProject } from "./project";
export { listStacks, parseStackName, type StackName } from "./stacks";
export { loadStack, providerConfig } from "./stack";
export { loadPolicyPack } from "./policy-pack";

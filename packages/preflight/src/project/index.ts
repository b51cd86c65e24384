export * from "./types";
export { loadProject } from "./project";
export { listStacks, parseStackName, type StackName } from "./stack/stacks";
export { loadStack, providerConfig } from "./stack/stack";
export { loadPolicyPack } from "./policy-pack";

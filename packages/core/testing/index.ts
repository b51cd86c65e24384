export { describeReadme } from "./readme";
export { inputsOf, named, type Recorded, register } from "./recorder";
export { describeSchema } from "./schema";

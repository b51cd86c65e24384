export { describeReadme } from "./readme";
export { find, inputsOf, made, mistakes, named, names, record, type Recorded, refused, waitsFor } from "./recorder";
export { describeSchema } from "./schema";

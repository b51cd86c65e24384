export { assertWritten, readableBlock, type Statement, statementsIn } from "./policy-snapshot";
export { describeReadme } from "./readme";
export {
  find,
  formerNames,
  inputsOf,
  made,
  mistakes,
  named,
  names,
  record,
  type Recorded,
  refused,
  waitsFor,
} from "./recorder";
export { describeSchema } from "./schema";

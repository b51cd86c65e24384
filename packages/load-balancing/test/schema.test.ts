import { describeSchema } from "@groundwork/core/testing";

describeSchema(__dirname);

import { describeReadme } from "@groundwork/core/testing";

describeReadme(__dirname);

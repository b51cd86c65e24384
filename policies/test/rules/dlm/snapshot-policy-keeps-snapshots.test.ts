import rule from "../../../rules/dlm/snapshot-policy-keeps-snapshots";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a schedule that keeps few snapshots",
    fails: { policyDetails: { schedules: [{ retainRule: { count: 2 } }] } },
    messages: ["policyDetails.schedules[0].retainRule.count is 2; keep at least 7."],
    passes: { "one that keeps a week of them": { policyDetails: { schedules: [{ retainRule: { count: 7 } }] } } },
  },
  {
    it: "fails a schedule that keeps them for less than the configuration asks for",
    settings: { minimumDays: 30 },
    fails: { policyDetails: { schedules: [{ retainRule: { interval: 4, intervalUnit: "WEEKS" } }] } },
    messages: ["policyDetails.schedules[0].retainRule.interval is 4; keep snapshots for at least 30 days."],
    passes: {
      "one that keeps them for long enough": {
        policyDetails: { schedules: [{ retainRule: { interval: 1, intervalUnit: "MONTHS" } }] },
      },
    },
  },
  {
    it: "fails copies that are kept for a short time, but none that are kept for good",
    fails: {
      policyDetails: {
        schedules: [
          {
            retainRule: { count: 7 },
            crossRegionCopyRules: [{}, { retainRule: { interval: 6, intervalUnit: "DAYS" } }],
          },
        ],
      },
    },
    messages: [
      "policyDetails.schedules[0].crossRegionCopyRules[1].retainRule.interval is 6; keep snapshots for at least 7 days.",
    ],
    passes: {
      "copies that are kept for long enough": {
        policyDetails: {
          schedules: [
            {
              retainRule: { count: 7 },
              crossRegionCopyRules: [{ retainRule: { interval: 1, intervalUnit: "YEARS" } }],
            },
          ],
        },
      },
    },
  },
  {
    it: "fails a default policy that keeps snapshots for days",
    fails: { defaultPolicy: "VOLUME", policyDetails: { policyLanguage: "SIMPLIFIED", retainInterval: 2 } },
    messages: ["policyDetails.retainInterval is 2; keep snapshots for at least 7 days."],
    passes: {
      "one that leaves it to AWS, which keeps them for seven": { policyDetails: { policyLanguage: "SIMPLIFIED" } },
    },
  },
]);

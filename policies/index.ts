import { readWaivers, WAIVERS_VARIABLE, waiversPlace } from "./model/waiver-file";
import { Run } from "./model/run";
import { WAIVING, Waivers } from "./model/waivers";
import { rules } from "./rules";
import { servePack } from "./serve";

const place = waiversPlace(process.cwd(), process.env);
const run = new Run(rules, new Waivers(readWaivers(place, rules, WAIVERS_VARIABLE in process.env)));

servePack(
  "groundwork",
  {
    displayName: "Groundwork",
    description: "Encrypted volumes and approved AMIs, judged in every preview",
    tags: [WAIVING],
    policies: run.policies,
  },
  () => run,
);

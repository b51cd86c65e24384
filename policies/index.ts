import { Run } from "./model/run";
import { rules } from "./rules";
import { servePack } from "./serve";

const run = new Run(rules);

servePack(
  "groundwork",
  {
    displayName: "Groundwork",
    description: "Encrypted volumes and approved AMIs, judged in every preview",
    policies: run.policies,
  },
  () => run,
);

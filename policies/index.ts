import { wrongNames } from "./model/config-names";
import { rules } from "./rules";
import { servePack } from "./serve";

const pack = {
  displayName: "Groundwork",
  description: "Encrypted volumes and approved AMIs, judged in every preview",
  policies: rules,
};

servePack("groundwork", pack, (given) => wrongNames(rules, given));

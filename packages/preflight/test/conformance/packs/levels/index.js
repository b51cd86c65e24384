"use strict";

const { PolicyPack } = require("@pulumi/policy");

const isVolume = ({ type }) => type === "aws:ebs/volume:Volume";

/** A policy that every volume breaks. */
const breaks = (name, more = {}) => ({
  name,
  description: `Broken by every volume, as ${name}.`,
  validateResource: (args, reportViolation) => {
    if (isVolume(args)) {
      reportViolation(`${args.name} breaks ${name}`);
    }
  },
  ...more,
});

new PolicyPack("levels", {
  enforcementLevel: "advisory",
  policies: [
    breaks("by-default"),
    breaks("advises", { enforcementLevel: "advisory", severity: "low" }),
    breaks("demands", { enforcementLevel: "mandatory", severity: "critical" }),
    breaks("sleeps", { enforcementLevel: "disabled" }),
    breaks("explains", {
      enforcementLevel: "advisory",
      displayName: "Explains itself",
      remediationSteps: "Set it.",
      url: "https://example.com/explains",
    }),
    breaks("twice", {
      validateResource: [
        (args, reportViolation) => isVolume(args) && reportViolation("the first of two"),
        (args, reportViolation) => isVolume(args) && reportViolation("the second of two", args.urn),
      ],
    }),
    {
      name: "is-large",
      description: "Volumes have the configured size.",
      configSchema: { properties: { minimum: { type: "number", default: 4 }, unit: { type: "string" } }, required: [] },
      validateResource: (args, reportViolation) => {
        const { minimum, unit } = args.getConfig();
        if (isVolume(args) && args.props.size < minimum) {
          reportViolation(`${args.props.size} ${unit} is less than ${minimum}`);
        }
      },
    },
    {
      name: "reads-unknown",
      description: "Reads what is unknown in a preview.",
      enforcementLevel: "mandatory",
      validateResource: (args, reportViolation) => {
        if (isVolume(args) && args.props.kmsKeyId === "known") {
          reportViolation("never");
        }
      },
    },
    {
      name: "mends",
      description: "Encrypts volumes.",
      enforcementLevel: "remediate",
      remediateResource: (args) =>
        isVolume(args) && args.props.encrypted !== true ? { ...args.props, encrypted: true } : undefined,
    },
    {
      name: "mends-and-checks",
      description: "Gives volumes a type.",
      enforcementLevel: "remediate",
      remediateResource: (args) => (isVolume(args) ? { ...args.props, type: "gp3" } : undefined),
      validateResource: (args, reportViolation) => isVolume(args) && !args.props.type && reportViolation("has no type"),
    },
    {
      name: "would-mend",
      description: "Mends nothing, being advisory.",
      remediateResource: (args) => (isVolume(args) ? { ...args.props, iops: 1 } : undefined),
      validateResource: (args, reportViolation) =>
        isVolume(args) && args.props.iops === undefined && reportViolation("has no iops"),
    },
    {
      name: "does-not-apply",
      description: "Applies to nothing.",
      validateResource: (args) => args.notApplicable("not here"),
    },
    {
      name: "counts",
      description: "Looks at the stack.",
      enforcementLevel: "mandatory",
      validateStack: ({ resources }, reportViolation) => {
        const volumes = resources.filter(isVolume);
        reportViolation(
          `${volumes.length} volumes, ${volumes.filter(({ props }) => props.encrypted).length} encrypted`,
        );
        reportViolation("about one of them", volumes[0].urn);
      },
    },
  ],
});

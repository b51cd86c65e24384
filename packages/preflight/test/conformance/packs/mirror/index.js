"use strict";

// Reports everything that a policy is told of each resource, so that a comparison of the violations compares that too.
const { PolicyPack } = require("@pulumi/policy");

/** A value as text; `[unknown]` for what may not be read in a preview. */
function show(value) {
  if (Array.isArray(value)) {
    return value.map((_, index) => showAt(value, index));
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.keys(value)
      .sort()
      .map((key) => [key, showAt(value, key)]);
    return Object.fromEntries(entries);
  }
  return value;
}

function showAt(container, key) {
  try {
    return show(container[key]);
  } catch (error) {
    return error.name === "UnknownValueError" || /can't be known during preview/.test(error.message)
      ? "[unknown]"
      : `[${error.message}]`;
  }
}

/** Drops what is unknown as a whole: the engine knows the names of all outputs, a program only those of its inputs. */
function known(properties) {
  return Object.fromEntries(Object.entries(show(properties)).filter(([, value]) => value !== "[unknown]"));
}

const urns = (resources) => resources.map((resource) => resource.urn).sort();

new PolicyPack("mirror", {
  enforcementLevel: "advisory",
  policies: [
    {
      name: "each-resource",
      description: "Shows a resource.",
      validateResource: ({ type, name, urn, props, opts, provider, stackTags }, reportViolation) =>
        reportViolation(
          JSON.stringify({
            type,
            name,
            urn,
            props: show(props),
            opts: show(opts),
            provider: provider && { ...show(provider), props: show(provider.props) },
            tags: [...stackTags],
          }),
        ),
    },
    {
      name: "whole-stack",
      description: "Shows every resource with its dependencies.",
      validateStack: ({ resources }, reportViolation) =>
        resources.forEach(({ type, name, urn, props, opts, parent, dependencies, propertyDependencies, provider }) =>
          reportViolation(
            JSON.stringify({
              type,
              name,
              props: known(props),
              opts: show(opts),
              parent: parent?.urn,
              provider: provider?.urn,
              dependencies: urns(dependencies),
              propertyDependencies: Object.fromEntries(
                Object.entries(propertyDependencies)
                  .filter(([, found]) => found.length > 0)
                  .map(([property, found]) => [property, urns(found)])
                  .sort(),
              ),
            }),
            urn,
          ),
        ),
    },
  ],
});

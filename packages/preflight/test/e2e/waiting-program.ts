/** A function of no installed package. */
export const FIND = "made:store/find:find";

/** A program that waits for a look-up before it makes anything. */
export const PLAIN = {
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    module.exports = async () => {
      const found = await pulumi.runtime.invoke(${JSON.stringify(FIND)}, { name: "first", owners: ["self"] });
      const next = await pulumi.runtime.invoke(${JSON.stringify(FIND)}, { name: found.next });
      return { id: next.id };
    };`,
};

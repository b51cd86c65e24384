export { Checks } from "./src/checks";
export { ConfigError } from "./src/config-error";
export { AUTO_NAME_SUFFIX_LENGTH, nameStem } from "./src/names";
export { mergeTags, nameTag, type Tags } from "./src/tags";

/** Names the directory of the cache in the environment of the processes that preflight starts. */
export const CACHE_VARIABLE = "PREFLIGHT_CACHE_DIRECTORY";

/** Names, in the environment of the processes that preflight starts, the process id of preflight itself. */
export const PARENT_VARIABLE = "PREFLIGHT_PROCESS";

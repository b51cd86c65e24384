/** Names the directory of the cache in the environment of the processes that preflight starts. */
export const CACHE_VARIABLE = "PREFLIGHT_CACHE_DIRECTORY";

/** Names, in the environment of the processes that preflight starts, the process id of preflight itself. */
export const PARENT_VARIABLE = "PREFLIGHT_PROCESS";

/** Names the folder of the preview's sockets, which whoever ends last removes. */
export const FOLDER_VARIABLE = "PREFLIGHT_FOLDER";

/** Names the Unix socket at which the process of a policy pack is to serve. */
export const SOCKET_VARIABLE = "PREFLIGHT_SOCKET";

/**
 * Begins the message of a look-up that was not recorded, so that the program's process can tell it from every other
 * failure. It never reaches the user.
 */
export const MISSING_LOOKUP = "preflight:missing-lookup: ";

/**
 * The function by which the program's process asks for what the program may go on with, where it waits for a look-up that
 * was not recorded. Its argument is the token of that look-up; there is an answer only while look-ups are recorded.
 */
export const PLACEHOLDER_TOKEN = "preflight:lookups:placeholder";

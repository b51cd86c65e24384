/**
 * Begins the message of a look-up that was not recorded, so that the program's process can tell it from every other
 * failure. It never reaches the user.
 */
export const MISSING_LOOKUP = "preflight:missing-lookup: ";

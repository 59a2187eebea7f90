// How long the parts of one attempt may take. What relies on an attempt being over adds nothing of its own.

/** Looking up where the team is. */
export const LOOKUP_MS = 1_000;
/** The bot's own token. */
export const TOKEN_MS = 3_000;
/** The request to Teams. */
export const REQUEST_MS = 8_000;
/** So long after it began, no attempt has anything under way any more, and none of it leaves later. */
export const ATTEMPT_MS = LOOKUP_MS + TOKEN_MS + REQUEST_MS;

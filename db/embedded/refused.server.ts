/** The database cannot be started or used; the message is one sentence for the operator. */
export class DatabaseRefused extends Error {}

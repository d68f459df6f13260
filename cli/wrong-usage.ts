/** The command line was not understood, or lacks something; the message is one sentence for a person. */
export class WrongUsage extends Error {}

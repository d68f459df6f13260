/** The command was understood and can't be carried out here; the message is one sentence for a person. */
export class Stopped extends Error {}

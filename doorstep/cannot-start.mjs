/**
 * Why the house cannot open, in one sentence for the person who tried: what is wrong and what to do. Thrown while
 * starting, caught once at the top, which prints the message alone and exits with 1.
 */
export class CannotStart extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = 'CannotStart';
  }
}

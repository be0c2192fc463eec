/**
 * The displays that there are. Whether there is room, and that one more is there, is one step: with an await between the two, requests
 * that come at the same time would find the same room. Where displays are rows of a database, one statement does both, or a lock.
 */
export class Displays {
  #count = 0;

  /** Adds one unless there are as many as the limit says; returns whether it did. */
  addUpTo(limit) {
    const room = this.#count < limit;
    if (room) this.#count += 1;
    return room;
  }
}

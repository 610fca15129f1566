/** What happened in a schedule, in the words of its reader. The same schedule tells the same story. */
export class Story {
  readonly lines: string[] = [];
  #now = 0;

  /** Virtual milliseconds since the beginning. */
  get now(): number {
    return this.#now;
  }

  /** Lets time pass. */
  pass(ms: number): void {
    this.#now += ms;
  }

  /** Tells what `who` did, or what was done to it. */
  tell(who: string, what: string): void {
    const seconds = (this.#now / 1000).toFixed(3).padStart(10);
    this.lines.push(`${seconds} s  ${who.padEnd(8)}  ${what}`);
  }
}

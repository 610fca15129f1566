/** Thrown when the session did not come free in time. */
export class TurnTimeout extends Error {
  override name = "TurnTimeout";
  /** @param holder who keeps the session, in words */
  constructor(readonly holder: string, waited: number) {
    super(`Cannot reach the database: ${holder} has held it for more than ${waited} ms`);
  }
}

interface Waiter {
  owner: string;
  start(release: () => void): void;
}

/**
 * The turns on one database session. PGlite has a single session, so a REST request and a wire
 * client that ran side by side would sit in one transaction and roll back each other's work.
 * First come, first served; a wire client keeps its turn until its transaction ends.
 */
export class Turns {
  #holder: string | undefined;
  readonly #waiting: Waiter[] = [];

  /** Who has the session now, in words; undefined when it is free. */
  get holder(): string | undefined {
    return this.#holder;
  }

  /**
   * Waits for the session and returns the function that gives it back (safe to call twice).
   * @param timeout milliseconds to wait
   * @throws TurnTimeout
   */
  take(owner: string, timeout: number): Promise<() => void> {
    if (this.#holder === undefined) return Promise.resolve(this.#give(owner));
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        owner,
        start: (release) => {
          clearTimeout(timer);
          resolve(release);
        },
      };
      const timer = setTimeout(() => {
        const place = this.#waiting.indexOf(waiter);
        if (place >= 0) this.#waiting.splice(place, 1);
        reject(new TurnTimeout(this.#holder ?? "another client", timeout));
      }, timeout);
      this.#waiting.push(waiter);
    });
  }

  /** Runs `work` in a turn of its own. */
  async run<T>(owner: string, timeout: number, work: () => Promise<T>): Promise<T> {
    const release = await this.take(owner, timeout);
    try {
      return await work();
    } finally {
      release();
    }
  }

  #give(owner: string): () => void {
    this.#holder = owner;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holder = undefined;
      const next = this.#waiting.shift();
      if (next) next.start(this.#give(next.owner));
    };
  }
}

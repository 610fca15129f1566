/** What ends an attempt that takes too long. */
export class TimedOut extends Error {
  override readonly name = "TimedOut";
}

/** Watches one attempt: the caller's signal, one timer for the whole, one for the next step. */
export class Watch {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal | undefined;
  readonly #whole: ReturnType<typeof setTimeout>;
  #step: ReturnType<typeof setTimeout> | undefined;
  readonly #onAbort = () => this.#controller.abort(this.#outer?.reason);

  /** @param outer the caller's signal */
  constructor(outer: AbortSignal | undefined, totalMs: number) {
    this.#outer = outer;
    if (outer?.aborted) this.#onAbort();
    else outer?.addEventListener("abort", this.#onAbort, { once: true });
    this.#whole = this.#timer(totalMs, `not done within ${totalMs} ms`);
  }

  /** Aborted when the caller aborts, and when time is up: then the reason is a TimedOut. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether the caller aborted. */
  get isCallers(): boolean {
    return this.signal.aborted && !(this.signal.reason instanceof TimedOut);
  }

  /** Gives the next step so many milliseconds; replaces what the step before had. */
  allow(milliseconds: number, what: string): void {
    clearTimeout(this.#step);
    this.#step = this.#timer(milliseconds, what);
  }

  /** The step is done; only the whole is timed on. */
  relax(): void {
    clearTimeout(this.#step);
  }

  /** Ends what is under way. */
  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }

  /** Stops watching. */
  close(): void {
    clearTimeout(this.#step);
    clearTimeout(this.#whole);
    this.#outer?.removeEventListener("abort", this.#onAbort);
  }

  /** Waits for something that may not heed the signal. @throws the signal's reason */
  race<T>(work: Promise<T>): Promise<T> {
    return unlessAborted(work, this.signal);
  }

  #timer(milliseconds: number, what: string): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#controller.abort(new TimedOut(what)), milliseconds);
  }
}

/** Waits for something that may not heed a signal. @throws the signal's reason */
export function unlessAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

/** Sleeps, or throws the signal's reason. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
}

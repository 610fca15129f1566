/** What a look at the engine and at our own processes has shown. */
export interface Sight {
  /** What the engine wants for the executor, wherever its workers run. */
  wanted: number;
  /** Registered workers that live, ours and others'. */
  live: number;
  /** Our processes that run and are not on their way out. */
  active: number;
}

/** How many of our processes to start or to drain. */
export interface Decision {
  /** How many of ours there should be. */
  target: number;
  start: number;
  drain: number;
}

/**
 * Decides how many of our own workers there should be: what is wanted less the workers of others,
 * within bounds. More are started at once; fewer only after they were too many for a while.
 */
export class Decider {
  #tooManySince: number | undefined;

  constructor(
    readonly bounds: { min: number; max: number; cooldownMs: number },
  ) {}

  decide(sight: Sight, now: number): Decision {
    const others = Math.max(sight.live - sight.active, 0);
    const { min, max, cooldownMs } = this.bounds;
    const target = Math.min(Math.max(sight.wanted - others, min), max);
    const surplus = sight.active - target;
    if (surplus <= 0) {
      this.#tooManySince = undefined;
      return { target, start: target - sight.active, drain: 0 };
    }
    this.#tooManySince ??= now;
    const patient = now - this.#tooManySince < cooldownMs;
    return { target, start: 0, drain: patient ? 0 : surplus };
  }
}

import { z } from "zod";
import { CallError } from "../worker/transport.ts";
import { refusalOf } from "./contract.ts";
import { type Settled, settled, type Settlement } from "./settlement.ts";
import type { Settings } from "./settings.ts";
import { pause } from "./watch.ts";

/** Milliseconds that a settlement waits for others, most of one call, most that wait, most tries. */
const [gatherMs, mostAtOnce, mostHeld, mostTries] = [20, 100, 10_000, 20];

interface Held {
  readonly settlement: Settlement;
  readonly tell: (row: Settled | undefined) => void;
}

/**
 * Tells the core in the background how attempts ended, many with one call. Each is told until it is
 * taken, for some eight minutes: to tell one twice changes nothing. What cannot be told is booked at
 * its estimate by the reaper, so that nothing is spent unseen.
 */
export class Settler {
  readonly #held: Held[] = [];
  #work: Promise<void> | undefined;

  constructor(readonly settings: Settings) {}

  /** Takes an end; answers what the core made of it, undefined when it was never reached. */
  add(settlement: Settlement): Promise<Settled | undefined> {
    const { promise, resolve } = deferred<Settled | undefined>();
    this.#held.push({ settlement, tell: resolve });
    if (this.#held.length > mostHeld) this.#drop(this.#held.splice(0, 1), "too many wait");
    this.#work ??= this.#run();
    this.settings.waitUntil(this.#work);
    return promise;
  }

  /** Waits until everything is told or given up. */
  async flush(): Promise<void> {
    while (this.#work !== undefined) await this.#work;
  }

  async #run(): Promise<void> {
    await pause(gatherMs);
    while (this.#held.length > 0) {
      const batch = this.#held.splice(0, mostAtOnce);
      await this.#tell(batch);
    }
    // In the same turn as the last look, or what is added in between would wait for ever.
    this.#work = undefined;
  }

  async #tell(batch: Held[]): Promise<void> {
    const { call, coreTimeoutMs, onEvent } = this.settings;
    const routes = batch.map(({ settlement }) => settlement);
    for (let tries = 1;; tries++) {
      try {
        const rows = z.array(z.unknown()).parse(
          await call("settle_routes", { routes }, coreTimeoutMs),
        );
        return this.#hear(batch, rows);
      } catch (thrown) {
        const message = thrown instanceof Error ? thrown.message : String(thrown);
        const isRefused = thrown instanceof CallError && thrown.isRefusal;
        if (isRefused || tries >= mostTries) return this.#drop(batch, message);
        const wait = Math.round(Math.min(250 * 2 ** tries, 30_000) * (0.5 + Math.random()));
        onEvent({ kind: "settle_failed", count: batch.length, message, retry_in_ms: wait });
        await pause(wait);
      }
    }
  }

  #hear(batch: Held[], rows: unknown[]): void {
    const refused = batch.filter(({ tell }, at) => {
      const refusal = refusalOf((rows[at] as { refused?: unknown } | undefined)?.refused);
      if (refusal === undefined) tell(settled.safeParse(rows[at]).data);
      else this.#drop([batch[at]!], refusal.message);
      return refusal !== undefined;
    });
    const count = batch.length - refused.length;
    if (count > 0) this.settings.onEvent({ kind: "settled", count });
  }

  #drop(batch: Held[], message: string): void {
    this.settings.onEvent({
      kind: "settle_failed",
      count: batch.length,
      message,
      retry_in_ms: null,
    });
    for (const { tell } of batch) tell(undefined);
  }
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => resolve = settle);
  return { promise, resolve };
}

import type { WorkerStats } from "./events.ts";
import { Loop } from "./loop.ts";
import { Presence } from "./presence.ts";
import type { State } from "./state.ts";
import { WorkerStopped } from "./stop_reasons.ts";
import { pause } from "./waits.ts";
import type { IdleOptions, Worker } from "./worker.ts";

/** The worker that createWorker makes: starts, stops and watches one loop. */
export class RunningWorker implements Worker {
  #loop: Loop | undefined;
  #presence: Presence | undefined;
  #done: Promise<void> = Promise.resolve();
  #stopping: Promise<WorkerStats> | undefined;

  constructor(readonly state: State) {}

  get name(): string {
    return this.state.settings.worker;
  }

  get stats(): WorkerStats {
    const { counts, running, prefetched, outbox } = this.state;
    return {
      ...counts,
      running: running.size,
      prefetched: prefetched.length,
      unreported: outbox.size,
    };
  }

  start(): void {
    if (this.#loop) return;
    this.#loop = new Loop(this.state);
    this.#loop.drain.onDone = () => {
      if (this.state.settings.exitWhenDrained) this.stop();
    };
    this.#presence = new Presence(this.state, this.#loop.drain);
    this.#presence.arrive();
    this.#done = this.#loop.run();
  }

  stop(options: { timeoutMs?: number } = {}): Promise<WorkerStats> {
    this.#stopping ??= this.#stop(options.timeoutMs ?? 30_000).finally(() => {
      this.#stopping = undefined;
      this.#loop = undefined;
    });
    return this.#stopping;
  }

  async runUntilIdle(options: IdleOptions = {}): Promise<WorkerStats & { idle: boolean }> {
    const { seconds = Infinity, idleMs = 2_000, timeoutMs = 30_000 } = options;
    const endsAt = Date.now() + seconds * 1000;
    this.start();
    const loop = this.#loop!;
    let idle = false;
    while (!loop.ended && !idle && Date.now() < endsAt && !loop.trouble && !loop.drain.isDone) {
      await pause(Math.min(50, endsAt - Date.now()));
      idle = loop.isIdle(idleMs);
    }
    const { trouble } = loop;
    const stats = await this.stop({ timeoutMs });
    if (trouble) throw trouble;
    return { ...stats, idle };
  }

  async #stop(timeoutMs: number): Promise<WorkerStats> {
    const loop = this.#loop;
    if (!loop) return this.stats;
    const { state } = this;
    const until = Date.now() + timeoutMs;
    loop.claiming = false;
    state.giveBackPrefetched();
    while (state.running.size > 0 && Date.now() < until) await pause(Math.min(25, timeoutMs));
    for (const run of state.running) run.stop(new WorkerStopped());
    const grace = Date.now() + 1_000;
    while (state.running.size > 0 && Date.now() < grace) await pause(10);
    state.abandonRuns();
    const patience = Date.now() + state.settings.callTimeoutMs;
    while (state.outbox.size > 0 && Date.now() < patience) await pause(10);
    loop.ended = true;
    state.wake();
    await this.#done;
    await this.#presence?.leave();
    return this.stats;
  }
}

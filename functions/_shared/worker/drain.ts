import type { State } from "./state.ts";

/** The engine's wish that a worker take no more: it finishes what it runs and gives back the rest. */
export class Drain {
  /** Whether the wish stands. */
  wished = false;
  /** Whether it is fulfilled: nothing is held any more. */
  isDone = false;
  /** Called when it is. */
  onDone: () => void = () => {};

  constructor(readonly state: State) {}

  /** Follows what the engine says now; undefined says nothing. */
  follow(wish: boolean | undefined): void {
    if (wish === undefined || wish === this.wished) return;
    this.wished = wish;
    this.isDone = false;
    this.state.emit({ kind: wish ? "draining" : "resumed" });
    this.state.wake();
  }

  /** Looks whether the wish is fulfilled by now. */
  look(): void {
    const { running, prefetched, outbox } = this.state;
    if (!this.wished || this.isDone || running.size + prefetched.length + outbox.size > 0) return;
    this.isDone = true;
    this.state.emit({ kind: "drained" });
    this.onDone();
  }
}

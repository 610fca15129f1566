import { loseLease } from "./interruptions.ts";
import { Drain } from "./drain.ts";
import type { State } from "./state.ts";
import { CallError, callFailed } from "./transport.ts";
import { jittered, moment, sleepUntilWoken } from "./waits.ts";
import { isolateRefusal, takeTurn } from "./turn.ts";

/** Decides when to call: at once when there is something to say or to fetch, else seldom. */
export class Loop {
  /** Whether new jobs are wanted. */
  claiming = true;
  /** Set to end the loop after the turn that is under way. */
  ended = false;
  /** When the last job came, and when the next look at the lane is due. Local milliseconds. */
  lastJobAt = Date.now();
  /** The last refusal that no repeat will mend, such as a wrong key; undefined after a good call. */
  trouble: CallError | undefined;
  /** Empty looks in a row. */
  emptyLooks = 0;
  #pollAt = 0;
  #retryAt = 0;
  #failures = 0;
  /** The engine's wish that it take no more. */
  readonly drain: Drain;

  constructor(readonly state: State) {
    this.drain = new Drain(state);
  }

  /** Runs until {@link ended}. Never throws. */
  async run(): Promise<void> {
    while (!this.ended) {
      if (this.#takes) this.state.startPrefetched();
      else this.state.giveBackPrefetched();
      this.drain.look();
      if (this.ended) break;
      for (const fence of this.state.leases.runOut(Date.now())) loseLease(this.state, fence, false);
      const wait = this.#nextMoment() - Date.now();
      if (wait > 0) await sleepUntilWoken(this.state, wait);
      else await this.#turn();
    }
  }

  /** Whether no job has come for so long, nothing is in hand, and no retry that we saw is due. */
  isIdle(idleMs: number): boolean {
    const { running, prefetched, outbox, nextRetryAt } = this.state;
    const inHand = running.size + prefetched.length + outbox.size;
    const since = Math.max(this.lastJobAt, nextRetryAt);
    return inHand === 0 && this.emptyLooks > 1 && Date.now() - since >= idleMs;
  }

  get #takes(): boolean {
    return this.claiming && !this.drain.wished;
  }

  get #free(): number {
    const { settings, running, prefetched, outbox } = this.state;
    const unsent = outbox.size - outbox.next().length;
    return settings.concurrency + settings.prefetchMax - running.size - prefetched.length - unsent;
  }

  #nextMoment(): number {
    const { settings, running, prefetched, outbox, leases } = this.state;
    const idle = running.size + prefetched.length === 0;
    const full = outbox.size >= (settings.concurrency + settings.prefetchMax) / 2;
    const report = outbox.oldest +
      (idle ? 0 : Math.min(settings.flushMs, full ? moment : Infinity));
    const starved = prefetched.length === 0 && this.#free > 0;
    const asks = this.drain.wished ? this.claiming : this.#takes && starved;
    const poll = asks ? this.#pollAt : Infinity;
    const call = Math.min(report, poll, leases.nextRenewal());
    return Math.min(Math.max(call, this.#retryAt), leases.nextEnd());
  }

  async #turn(): Promise<void> {
    const { state } = this;
    // An answer that is lost on its way takes the jobs it carried with it until their lease ends:
    // while calls fail, ask for one at most.
    const room = Math.max(Math.min(this.#free, 1000), 0);
    const want = this.#takes ? (this.#failures > 0 ? Math.min(room, 1) : room) : 0;
    try {
      const { got, drain } = await takeTurn(state, want);
      this.#failures = this.#retryAt = 0;
      this.trouble = undefined;
      if (want > 0) this.#planPoll(got, want);
      else if (this.drain.wished) this.#pollAt = Date.now() + jittered(state.settings.pollMaxMs);
      this.drain.follow(drain);
    } catch (error) {
      await this.#fail(error);
    }
  }

  #planPoll(got: number, want: number): void {
    const { pollMs, pollMaxMs } = this.state.settings;
    const now = Date.now();
    this.emptyLooks = got > 0 ? 0 : this.emptyLooks + 1;
    if (got > 0) this.lastJobAt = now;
    const delay = Math.min(pollMs * 2 ** Math.max(this.emptyLooks - 1, 0), pollMaxMs);
    this.#pollAt = now + (got >= want ? moment : jittered(delay));
  }

  async #fail(error: unknown): Promise<void> {
    const { state } = this;
    const failure = error instanceof CallError ? error : new CallError(String(error), 0);
    if (failure.isRefusal && state.outbox.size > 0) {
      try {
        return await isolateRefusal(state);
      } catch {
        // The engine cannot be reached any more: wait as after any other failed call.
      }
    }
    const { retryMs, retryMaxMs } = state.settings;
    const wait = jittered(Math.min(retryMs * 2 ** Math.min(this.#failures, 20), retryMaxMs));
    this.#failures++;
    this.#retryAt = Date.now() + wait;
    this.trouble = failure.status >= 400 && failure.status < 500 ? failure : undefined;
    state.counts.failed_calls++;
    state.emit(callFailed(failure, wait));
  }
}

import { type AskerSettings, backOff, isPassing } from "./ask.ts";
import { repliesV1, type Reply } from "./call_wire.ts";
import { jittered, sleepUntilWoken } from "./waits.ts";

/** A reply that is final. */
export type FinalReply = Exclude<Reply, { state: "pending" }>;

/** One reply that is awaited. */
interface Wait {
  /** Since when, and until when it makes sense if the engine is silent; local milliseconds. */
  readonly since: number;
  readonly until: number;
  readonly resolve: (reply: FinalReply) => void;
  readonly reject: (error: unknown) => void;
}

/** How many requests one look asks for, and how long a silent engine is waited for after their time. */
const most = 200;
const patienceMs = 10_000;

/** Awaits many replies with one call a look. A look costs at most a quarter of the newest wait. */
export class ReplyWaits {
  readonly #waits = new Map<number, Set<Wait>>();
  readonly #sleeper = { wake: () => {} };
  #looking = false;

  constructor(readonly settings: AskerSettings) {}

  /** Awaits one. It rejects with what stands in the way, and with a timeout's cause after `until`. */
  add(jobId: number, until: number): { reply: Promise<FinalReply>; stop: () => void } {
    let stop = () => {};
    const reply = new Promise<FinalReply>((resolve, reject) => {
      const wait: Wait = { since: Date.now(), until: until + patienceMs, resolve, reject };
      const group = this.#waits.get(jobId) ?? new Set();
      this.#waits.set(jobId, group.add(wait));
      stop = () => this.#drop(jobId, wait);
    });
    if (this.#looking) this.#sleeper.wake();
    else void this.#look();
    return { reply, stop };
  }

  async #look(): Promise<void> {
    this.#looking = true;
    for (let failures = 0; this.#waits.size > 0;) {
      await sleepUntilWoken(this.#sleeper, this.#interval());
      const ids = [...this.#waits.keys()];
      try {
        for (let at = 0; at < ids.length; at += most) await this.#ask(ids.slice(at, at + most));
        failures = 0;
      } catch (error) {
        this.#giveUp(error);
        if (this.#waits.size > 0) await backOff(this.settings, failures++);
      }
    }
    this.#looking = false;
  }

  #interval(): number {
    const { pollMs, pollMaxMs } = this.settings;
    const newest = Math.max(
      ...[...this.#waits.values()].flatMap((group) => [...group].map((wait) => wait.since)),
    );
    return jittered(Math.min(Math.max((Date.now() - newest) / 4, pollMs), pollMaxMs));
  }

  async #ask(ids: number[]): Promise<void> {
    const { call, callTimeoutMs } = this.settings;
    const answer = repliesV1.parse(await call("get_replies", { job_ids: ids }, callTimeoutMs));
    for (const reply of answer.replies ?? []) {
      const group = this.#waits.get(reply.job_id) ?? [];
      if (reply.state === "pending") continue;
      this.#waits.delete(reply.job_id);
      for (const wait of group) wait.resolve(reply);
    }
  }

  #giveUp(error: unknown): void {
    for (const [jobId, group] of this.#waits) {
      for (const wait of group) {
        if (isPassing(error) && Date.now() < wait.until) continue;
        this.#drop(jobId, wait);
        wait.reject(error);
      }
    }
  }

  #drop(jobId: number, wait: Wait): void {
    const group = this.#waits.get(jobId);
    group?.delete(wait);
    if (group?.size === 0) this.#waits.delete(jobId);
    if (this.#waits.size === 0) this.#sleeper.wake();
  }
}

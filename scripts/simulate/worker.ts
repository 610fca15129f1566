import type { Finished } from "../../functions/_shared/worker/outcomes.ts";
import { workAnswer } from "../../functions/_shared/worker/wire.ts";
import type { Calls } from "./calls.ts";
import { type Hold, nameOf, runHandler, type Tools } from "./handling.ts";
import type { Ending, Move } from "./moves.ts";
import { stepsOf } from "./steps.ts";

/** An answer that a worker was given for a hold. */
export interface Told {
  readonly job_id: number;
  readonly fence: number;
  readonly outcome: string;
}

/** A worker as the engine sees one: it follows the rules of docs/guides/jobs.md. */
export class SimulatedWorker {
  frozen = false;
  readonly told: Told[] = [];
  #holds: Hold[] = [];
  #lives = 1;

  constructor(readonly name: string, readonly tools: Omit<Tools, "who">) {}

  get calls(): Calls {
    return this.tools.calls;
  }

  get #who(): string {
    return `worker ${this.name}`;
  }

  /** Jobs in its hands whose handler has not run. */
  get #waiting(): Hold[] {
    return this.#holds.filter((hold) => hold.finished === undefined);
  }

  /** Whether it has something to run or to report. */
  get busy(): boolean {
    return this.#holds.length > 0;
  }

  /** Forgets everything, as a process that was killed and started again. */
  crash(): void {
    if (!this.busy) return;
    this.calls.story.tell(this.#who, `dies with ${this.#holds.map(nameOf).join(", ")}`);
    this.#holds = [];
    this.frozen = false;
    this.#lives++;
  }

  /** One turn of `work`. */
  async work(move: Omit<Move & { do: "work" }, "do" | "worker">): Promise<void> {
    const done = this.#reports();
    const renew = move.renews ? [...new Set(this.#waiting.map(({ job }) => job.fence))] : [];
    if (done.length + renew.length + move.want === 0) return;
    const { executors } = this.calls.database;
    const executor = executors[move.lot % executors.length]!;
    const args = [`${this.name}${this.#lives}`, JSON.stringify(done), renew, move.want, executor];
    const what = [
      ...done.map((one) => `${one.outcome} (job ${one.job_id}, fence ${one.fence})`),
      ...(renew.length > 0 ? [`renews ${renew.map((fence) => `fence ${fence}`).join(", ")}`] : []),
      ...(move.want > 0 ? [`wants ${move.want}`] : []),
    ].join(", ");
    const answer = await this.calls.make(this.#who, what, move.trouble, move.lot, async () => {
      const sql = "select api.work($1, $2::jsonb, $3::bigint[], $4::int, $5) as answer";
      const [row] = await this.calls.database.ask<{ answer: unknown }>(sql, args);
      return workAnswer.parse(row?.answer);
    });
    if (answer !== undefined) await this.#take(done, answer);
  }

  /** What has ended, one report for each job: answers are matched by job. */
  #reports(): Finished[] {
    const reports = new Map<number, Finished>();
    for (const { finished } of this.#holds) {
      if (finished && !reports.has(finished.job_id)) reports.set(finished.job_id, finished);
    }
    return [...reports.values()];
  }

  async #take(done: Finished[], answer: ReturnType<typeof workAnswer.parse>): Promise<void> {
    const { story, database } = this.calls;
    for (const { job_id, outcome } of answer.finished) {
      const fence = done.find((one) => one.job_id === job_id)?.fence ?? 0;
      this.told.push({ job_id, fence, outcome });
      const sent = done.find((one) => one.job_id === job_id)?.outcome;
      if (outcome !== sent) story.tell(this.#who, `  is told: job ${job_id} ${outcome}`);
    }
    this.#holds = this.#holds.filter(({ finished }) => !finished || !done.includes(finished));
    for (const { fence, lease_expires_at, cancelled } of answer.renewed) {
      if (lease_expires_at === null) story.tell(this.#who, `  is told: fence ${fence} is lost`);
      this.#holds = this.#holds.filter(({ job, finished }) =>
        finished || job.fence !== fence || lease_expires_at !== null
      );
      for (const hold of this.#waiting.filter(({ job }) => cancelled?.includes(job.job_id))) {
        const { job_id, fence } = hold.job;
        hold.finished = { job_id, fence, outcome: "released" };
      }
    }
    const jobs = [...answer.jobs].sort((one, other) => one.job_id - other.job_id);
    const steps = await stepsOf(database, jobs.map((job) => job.job_id));
    const taken = jobs.map((job) => ({ job, step: steps.get(job.job_id) }));
    if (taken.length > 0) story.tell(this.#who, `  takes ${taken.map(nameOf).join(", ")}`);
    this.#holds.push(...taken);
    if (taken.length > 0) await this.calls.checkLimits();
  }

  /** Runs the handler of one of its jobs. */
  async run(ending: Ending, lot: number): Promise<void> {
    const waiting = this.#waiting;
    const hold = waiting[lot % Math.max(1, waiting.length)];
    if (hold) await runHandler(hold, ending, { ...this.tools, who: this.#who });
  }
}

import type { Arrival } from "../../functions/_shared/workflows/simulation.ts";
import type { Calls } from "./calls.ts";
import type { Value } from "./literals.ts";
import type { Trouble } from "./moves.ts";

/** One call that somebody outside makes, again and again until it is answered. */
interface Errand {
  readonly what: string;
  readonly call: () => Promise<unknown>;
}

/** Those who start workflows, enqueue jobs, send signals and cancel. */
export class Outside {
  /** Contradictions between two answers to the same request. */
  readonly contradictions: string[] = [];
  #errands: Errand[];

  constructor(arrivals: readonly Arrival[], readonly calls: Calls) {
    this.#errands = arrivals.map((arrival, nth) => this.#begin(arrival, nth));
  }

  /** Whether everybody has been answered. */
  get done(): boolean {
    return this.#errands.length === 0;
  }

  /** Lets one of them make its call. */
  async arrive(trouble: Trouble, lot: number): Promise<void> {
    const errand = this.#errands[lot % Math.max(1, this.#errands.length)];
    if (errand === undefined) return;
    const answer = await this.calls.make("outside", errand.what, trouble, lot, errand.call);
    if (answer !== undefined) this.#errands = this.#errands.filter((one) => one !== errand);
  }

  /** Starts or enqueues; what follows it can be called once its id is known. */
  #begin(arrival: Arrival, nth: number): Errand {
    const key = `arrival-${nth}`;
    const what = arrival.kind === "start"
      ? `starts ${arrival.workflow} ${JSON.stringify(arrival.input)}`
      : `enqueues ${arrival.job.type} ${JSON.stringify(arrival.job.payload ?? {})}`;
    let first: string | undefined;
    const call = async () => {
      const id = arrival.kind === "start"
        ? await this.#start(arrival.workflow, arrival.input, key)
        : await this.#enqueue({ idempotency_key: key, ...arrival.job });
      if (first !== undefined && first !== id) {
        this.contradictions.push(`${what} was answered with ${first} and with ${id}`);
      }
      if (first === undefined) this.#follow(arrival, id);
      first = id;
      this.calls.story.tell(
        "engine",
        `  answers ${arrival.kind === "start" ? "workflow" : "job"} ${id}`,
      );
      return id;
    };
    return { what, call };
  }

  #follow(arrival: Arrival, id: string): void {
    const { database } = this.calls;
    const ask = (what: string, sql: string, params: readonly Value[]) =>
      this.#errands.push({ what: `${what} ${id}`, call: () => database.ask(sql, params) });
    if (arrival.kind === "enqueue") {
      if (arrival.cancel) {
        ask("cancels job", "select * from api.cancel_jobs(array[$1::bigint])", [id]);
      }
      return;
    }
    for (const { signal, payload } of arrival.signals) {
      const sql = "select api.signal_workflow($1::uuid, $2, $3::jsonb)";
      ask(`signals ${signal} to workflow`, sql, [id, signal, JSON.stringify(payload)]);
    }
    if (arrival.cancel) ask("cancels workflow", "select api.cancel_workflow($1::uuid)", [id]);
  }

  async #start(name: string, input: unknown, key: string): Promise<string> {
    const [row] = await this.calls.database.ask<{ id: string }>(
      "select api.start_workflow($1, $2::jsonb, $3) ->> 'workflow_id' as id",
      [name, JSON.stringify(input), key],
    );
    return String(row?.id);
  }

  async #enqueue(job: object): Promise<string> {
    const [row] = await this.calls.database.ask<{ job_id: number }>(
      "select job_id from api.enqueue_jobs($1::jsonb)",
      [JSON.stringify([job])],
    );
    return String(row?.job_id);
  }
}

import { randomUUID } from "node:crypto";
import type { ISql, Sql } from "postgres";
import { isCut, isDeadlock } from "./cut_connection.ts";
import { seededRandom } from "./random.ts";

/** Settings of a round of callers. */
export interface RoundOptions {
  readonly callers: number;
  readonly seed: number;
  readonly tenant: string;
  readonly price: number;
  /** Kills the server after so many milliseconds, and starts it again. */
  readonly killAfterMs?: number;
}

const estimate = 1000;

/** Somebody who reserves, opens, and ends in one of the ways that callers do. */
export class Caller {
  admitted = 0;
  refused = 0;
  deadlocks = 0;
  cutOff = 0;
  readonly opened: string[] = [];
  readonly #random;
  readonly #agent: string;

  constructor(readonly sql: Sql, readonly options: RoundOptions, nth: number) {
    this.#random = seededRandom(options.seed * 1000 + nth);
    this.#agent = `00000000-0000-4000-8000-00000000000${nth % 8}`;
  }

  async #reserve(sql: ISql, decision: string, attempt: number): Promise<boolean> {
    const { tenant, price } = this.options;
    const [row] = await sql`
      select cogo.reserve(${decision}, ${attempt}, ${tenant}, ${this.#agent}, 1, ${price}, null, ${estimate}, null, null,
        cogo.now_() + interval '1 minute', cogo.now_()) ->> 'outcome' as outcome
      from (select set_config('synchronous_commit', 'off', true) offset 0) as asynchronously`;
    const reserved = row?.outcome === "reserved";
    reserved ? this.admitted++ : this.refused++;
    return reserved;
  }

  async #open(decision: string, attempt = 1) {
    const rows = await this.sql`
      update cogo.reservations set state = 'opened', opened_at = cogo.now_()
      where decision_id = ${decision} and attempt = ${attempt} and state = 'reserved' returning 1`;
    if (rows.length === 1 && attempt === 1) this.opened.push(decision);
  }

  #usage() {
    const tokens = Math.floor(this.#random.next() * 2 * estimate);
    return { input_tokens: tokens, output_tokens: 0 };
  }

  /** Ends in one of the ways that callers do; some never end. */
  async #end(decision: string) {
    const way = this.#random.next();
    if (way < 0.1) return;
    if (way < 0.6) {
      await this.sql`select api.settle_route(${decision}, 1, ${this.sql.json(this.#usage())})`;
    } else if (way < 0.8) {
      const others = [decision, ...this.opened].slice(-5).toSorted(() => this.#random.next() - 0.5);
      const routes = others.map((decision_id) => ({ decision_id, usage: this.#usage() }));
      await this.sql`select api.settle_routes(${this.sql.json(routes)})`;
    } else {
      await this.sql.begin(async (sql) => {
        await sql`select api.settle_route(${decision}, 1, null, 'failed', 503)`;
        await this.#reserve(sql, decision, 2);
      });
    }
  }

  async #turn() {
    const decision = randomUUID();
    if (this.#random.next() < 0.1) {
      const [lease] = await this.sql`
        select api.draw_budget_lease(${estimate}, 60, ${decision}, ${this.options.tenant}) ? 'refused' as refused`;
      if (lease?.refused === false && this.#random.next() < 0.7) {
        await this.sql`select api.return_budget_lease(${decision}, ${this.#usage().input_tokens})`;
      }
      return;
    }
    if (!await this.#reserve(this.sql, decision, 1)) return;
    const way = this.#random.next();
    if (way < 0.1) return;
    if (way < 0.2) {
      await this.sql`select cogo.free_reservation(${decision}, 1)`;
      return;
    }
    await this.#open(decision);
    await this.#end(decision);
  }

  /** Six turns, or as many as it can before the server is killed. */
  async play(): Promise<void> {
    for (let turn = 0; turn < 6; turn++) {
      try {
        await this.#turn();
      } catch (error) {
        if (isDeadlock(error)) this.deadlocks++;
        else if (isCut(error)) {
          this.cutOff++;
          return;
        } else throw error;
      }
    }
  }
}

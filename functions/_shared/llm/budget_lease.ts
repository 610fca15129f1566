import { z } from "zod";
import type { DirectPath } from "./direct_path.ts";
import type { Settings } from "./settings.ts";
import type { Usage } from "./usage.ts";

const drawn = z.looseObject({
  lease_id: z.string(),
  amount_nano: z.number(),
  expires_at: z.string(),
});

/** Milliseconds before its end from which on a lease is not spent: clocks differ. */
const marginMs = 5_000;

interface Held {
  readonly id: string;
  readonly until: number;
  remaining: number;
  spent: number;
}

/** Money of a budget, drawn beforehand. More than was drawn cannot be spent. */
export class BudgetLease {
  #held: Held | undefined;
  #drawing: Promise<boolean> | undefined;

  constructor(readonly settings: Settings, readonly path: DirectPath) {}

  /** Nano-dollars that may be spent now; 0 without a lease or after its end. */
  get remainingNano(): number {
    return this.#held !== undefined && Date.now() < this.#held.until ? this.#held.remaining : 0;
  }

  /** Whether it was drawn and not returned. */
  get isDrawn(): boolean {
    return this.#held !== undefined;
  }

  /** Draws, or renews what is over by half. Answers false when the core refuses or is away. */
  draw(): Promise<boolean> {
    const halfMs = (this.path.seconds ?? 600) * 500;
    const isFresh = this.#held !== undefined && this.#held.until - Date.now() > halfMs &&
      this.#held.remaining > this.path.amountNano / 2;
    if (isFresh) return Promise.resolve(true);
    this.#drawing ??= this.#renew().finally(() => this.#drawing = undefined);
    return this.#drawing;
  }

  /** Holds the most that a call can cost; undefined when the lease has less. */
  hold(nano: number): ((spent: number) => void) | undefined {
    const held = this.#held;
    if (held === undefined || this.remainingNano < nano) return undefined;
    held.remaining -= nano;
    return (spent) => {
      held.spent += spent;
      held.remaining += nano - spent;
    };
  }

  /** What usage costs on this path, in nano-dollars, rounded up. Cached input counts as input. */
  costOf(usage: Usage): number {
    const { input, output } = this.path.prices;
    const read = usage.input_tokens + usage.cache_read_tokens + usage.cache_write_tokens +
      usage.cache_write_1h_tokens;
    return Math.ceil((read * input + usage.output_tokens * output) / 1e6);
  }

  /** Returns what is left. What cannot be returned counts as spent. */
  async close(): Promise<void> {
    await this.#drawing;
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) await this.#giveBack(held);
  }

  async #renew(): Promise<boolean> {
    const { amountNano: amount_nano, seconds = 600, tenantId } = this.path;
    const before = this.#held;
    const began = Date.now();
    const answer = await this.#ask("draw_budget_lease", {
      amount_nano,
      seconds,
      lease_id: crypto.randomUUID(),
      ...(tenantId === undefined ? {} : { tenant_id: tenantId }),
    });
    const lease = drawn.safeParse(answer).data;
    if (lease === undefined) return false;
    const until = Math.min(Date.parse(lease.expires_at), began + seconds * 1000) - marginMs;
    this.#held = { id: lease.lease_id, until, remaining: lease.amount_nano, spent: 0 };
    if (before !== undefined) await this.#giveBack(before);
    return true;
  }

  async #giveBack({ id, spent, remaining }: Held): Promise<void> {
    // Calls under way are paid for with what they hold.
    const open = this.path.amountNano - spent - remaining;
    await this.#ask("return_budget_lease", { lease_id: id, spent_nano: spent + open });
  }

  #ask(name: string, args: object): Promise<unknown> {
    return this.settings.call(name, args, this.settings.coreTimeoutMs).catch(() => undefined);
  }
}

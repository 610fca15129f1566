import { z } from "zod";
import type { CountedUsage } from "./usage.ts";

/** How an attempt ended, as `api.settle_routes` takes it. */
export interface Settlement {
  readonly decision_id: string;
  readonly attempt: number;
  readonly status: "succeeded" | "failed" | "cancelled";
  /** 0 is told as null: there was no answer. */
  readonly http_status: number | null;
  /** Null = nothing was used, or nobody knows: the core decides by status and what was opened. */
  readonly usage: CountedUsage | null;
  readonly first_token_ms: number | null;
  readonly total_ms: number;
  readonly retry_after_ms: number | null;
}

/** What the core made of a {@link Settlement}. */
export const settled = z.looseObject({
  decision_id: z.string(),
  attempt: z.number().int(),
  cost_nano: z.number().nullish(),
});

/** {@link settled}, checked. */
export type Settled = z.output<typeof settled>;

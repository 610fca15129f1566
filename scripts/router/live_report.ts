import type { Pair } from "./figures.ts";
import type { Verdict } from "./judge.ts";

/** A gate over live functions, with a sentence for people. */
export interface LiveGate {
  readonly passed: boolean;
  readonly verdict: Verdict;
  readonly told: string;
  readonly examples: readonly string[];
}

/** A comparison of two live functions. Money in nano-dollars. */
export interface LiveReport {
  readonly kind: "router-compare-live/1";
  readonly at: string;
  readonly urls: readonly [string, string];
  readonly requests: number;
  readonly gates: Readonly<Record<"determinism" | "constraints" | "cost" | "quality", LiveGate>>;
  readonly verdict: Verdict;
  /** Milliseconds of the calls, half and 95 of 100 below. */
  readonly calls: readonly Pair[];
  /** Mean estimate of a request by its size. */
  readonly costs: readonly Pair[];
}

import type { RouteNeed } from "./contract.ts";
import type { RouteFailure } from "./core.ts";
import type { Settled, Settlement } from "./settlement.ts";
import type { Destination } from "./target.ts";
import type { TraceSource } from "./trace_source.ts";

/** Where attempts get their keys and leave their bills: the core, or a lease while it is away. */
export interface Desk {
  readonly decisionId: string;
  readonly need: RouteNeed;
  /** What the call is made for; undefined when nobody told. */
  readonly trace: TraceSource | undefined;
  /** Undefined where the provider wants no key. Renews a grant that ran out. @throws LlmError */
  openKey(destination: Destination, signal: AbortSignal): Promise<string | undefined>;
  /** @throws LlmError when there is no other attempt */
  next(failure: RouteFailure, signal?: AbortSignal): Promise<Destination>;
  /** Gives back what is held for an attempt that will not be made. */
  cancel(attempt: number): void;
  settle(end: Omit<Settlement, "decision_id">): Promise<Settled | undefined>;
}

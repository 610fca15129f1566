import { checked, keyAnswer, type RouteNeed } from "./contract.ts";
import type { Desk } from "./desk.ts";
import type { BudgetLease } from "./budget_lease.ts";
import { LlmError } from "./llm_error.ts";
import { type Destination, destinationOf } from "./target.ts";
import type { TraceSource } from "./trace_source.ts";
import { noUsage } from "./usage.ts";

/** Tokens of an answer that are held for where the caller names no most. */
const mostOutput = 4096;

/**
 * A call that is paid from a lease while the core is out of reach.
 * @param outage why the core could not be asked; thrown when the lease does not hold the call
 * @throws LlmError unavailable
 */
export function decideDirectly(
  lease: BudgetLease,
  need: RouteNeed,
  outage: LlmError,
  trace?: TraceSource,
): { desk: Desk; first: Destination } {
  const { path, settings } = lease;
  const most = need.max_output_tokens ?? mostOutput;
  const estimate = lease.costOf({
    ...noUsage,
    input_tokens: need.context_tokens,
    output_tokens: most,
  });
  const decision_id = crypto.randomUUID();
  const holds = new Map<number, (spent: number) => void>();
  const place = (attempt: number): Destination => {
    const hold = lease.hold(estimate);
    if (hold === undefined) {
      throw new LlmError("unavailable", `${outage.message}; the lease does not hold the call`, {
        status: 503,
        hint: outage.hint,
        cause: outage,
      });
    }
    holds.set(attempt, hold);
    return { ...destination, attempt };
  };
  const style = path.authStyle ?? (path.apiFormat === "anthropic" ? "x-api-key" : "bearer");
  const destination = destinationOf(
    {
      decision_id,
      attempt: 1,
      provider: path.provider,
      model: path.model,
      api_format: path.apiFormat,
      base_url: path.baseUrl,
      auth: { style },
      headers: { ...path.headers },
      policy: null,
      limits: null,
    },
    need.service,
    settings.localHosts,
  );
  const pay = (attempt: number, nano: number) => {
    holds.get(attempt)?.(nano);
    holds.delete(attempt);
  };
  const desk: Desk = {
    decisionId: decision_id,
    need: { ...need, max_output_tokens: most },
    trace,
    openKey: async () => {
      if (style === "none") return undefined;
      // As headers would refuse it, with the key in their message.
      return checked(keyAnswer, { value: await path.key() }, "direct.key").value ?? undefined;
    },
    next: (failure) => new Promise((resolve) => resolve(place(failure.attempt + 1))),
    cancel: (attempt) => pay(attempt, 0),
    settle: ({ attempt, usage }) => {
      const cost_nano = usage === null ? 0 : lease.costOf(usage);
      pay(attempt, cost_nano);
      return Promise.resolve({ decision_id, attempt, cost_nano });
    },
  };
  const first = place(1);
  const remaining_nano = lease.remainingNano;
  settings.onEvent({ kind: "direct_path", reason: outage.message, remaining_nano });
  return { desk, first };
}

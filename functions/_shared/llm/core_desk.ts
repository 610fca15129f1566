import type { RouteAnswer, RouteNeed } from "./contract.ts";
import { nextRoute, openKey, selectRoute } from "./core.ts";
import type { Desk } from "./desk.ts";
import { LlmError } from "./llm_error.ts";
import type { Settings } from "./settings.ts";
import type { Settler } from "./settler.ts";
import { type Destination, destinationOf } from "./target.ts";
import { tracedChoice, withTrace } from "./trace.ts";
import type { TraceSource } from "./trace_source.ts";

/** A decision of the core, and the first place that it names. */
export interface Decided {
  readonly desk: Desk;
  readonly answer: RouteAnswer;
  readonly first: Destination;
}

/**
 * Asks the core for a decision. @param need checked, with its idempotency key
 * @throws LlmError
 */
export async function decide(
  untraced: Settings,
  settler: Settler,
  need: RouteNeed,
  trace?: TraceSource,
  signal?: AbortSignal,
): Promise<Decided> {
  const settings = withTrace(untraced, trace);
  const answer = await tracedChoice({ need, trace }, () => selectRoute(settings, need, signal));
  const { decision_id } = answer;
  const desk: Desk = {
    decisionId: decision_id,
    need,
    trace,
    openKey: async ({ grant, attempt, authStyle }, signal) => {
      const open = (grant: string) => openKey(settings, { grant, decision_id, attempt }, signal);
      // Also where no key is needed: what was never opened counts as never called.
      const key = grant && await open(grant).catch(async (refusal) => {
        // It ran out when the caller took its time: the same decision, asked again, has a fresh one.
        const isStale = refusal instanceof LlmError && refusal.code === "grant_refused";
        if (!isStale || attempt > 1) throw refusal;
        const renewed = await selectRoute(settings, need, signal);
        if (!renewed.grant || renewed.attempt !== attempt) throw refusal;
        return await open(renewed.grant);
      });
      if (key) return key;
      if (authStyle === "none") return undefined;
      throw new LlmError("grant_refused", "Cannot open a key: the grant holds none", {
        hint: "Route again; a decision that is over opens nothing.",
      });
    },
    next: async (failure, signal) =>
      placeOf(await nextRoute(settings, decision_id, failure, signal)),
    cancel: (attempt) =>
      void desk.settle({
        attempt,
        status: "cancelled",
        http_status: null,
        usage: null,
        first_token_ms: null,
        total_ms: 0,
        retry_after_ms: null,
      }),
    settle: (end) => settler.add({ decision_id, ...end }),
  };
  const placeOf = (answer: RouteAnswer): Destination => {
    try {
      return destinationOf(answer, need.service, settings.localHosts);
    } catch (thrown) {
      desk.cancel(answer.attempt);
      throw thrown;
    }
  };
  return { desk, answer, first: placeOf(answer) };
}

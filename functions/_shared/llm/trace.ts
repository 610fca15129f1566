import { activeTraceparent, drawnSpan, type OpenSpan, openSpan } from "../worker/open_span.ts";
import { readTraceparent, spanIdOf, traceparentOf } from "../worker/traceparent.ts";
import type { Desk } from "./desk.ts";
import { LlmError } from "./llm_error.ts";
import type { Settings } from "./settings.ts";
import type { Settlement } from "./settlement.ts";
import type { Destination } from "./target.ts";
import type { TraceSource } from "./trace_source.ts";

/** Settings by which calls of the core carry the span that is active, else the source's. */
export function withTrace(settings: Settings, source: TraceSource | undefined): Settings {
  return {
    ...settings,
    traceHeader: () => {
      const traceparent = activeTraceparent() ?? source?.traceparent;
      return traceparent && readTraceparent(traceparent) ? { traceparent } : {};
    },
  };
}

/** Makes a choice within a span of its own. Throws as `choose`. */
export async function tracedChoice<T>(
  { need, trace }: Pick<Desk, "need" | "trace">,
  choose: () => Promise<T>,
): Promise<T> {
  const span = await openSpan(`route ${need.service}`, { kind: "CLIENT", parent: parentIn(trace) });
  if (span === undefined) return await choose();
  try {
    const chosen = await span.within(choose);
    span.end();
    return chosen;
  } catch (thrown) {
    span.end({}, thrown instanceof LlmError ? thrown.code : "unknown");
    throw thrown;
  }
}

/** Under the span that is active, else under the one that was told. */
function parentIn(trace: TraceSource | undefined): string | undefined {
  return activeTraceparent() === undefined ? trace?.traceparent ?? undefined : undefined;
}

/** The span of one attempt at a model: the program's own, else the one that the core draws. */
export async function openAttemptSpan(
  { decisionId, need, trace }: Desk,
  { attempt, provider, model }: Destination,
): Promise<OpenSpan | undefined> {
  const span = await openSpan(`${need.service} ${model}`, {
    kind: "CLIENT",
    parent: parentIn(trace),
    attributes: {
      "gen_ai.operation.name": need.service,
      "gen_ai.provider.name": provider,
      "gen_ai.request.model": model,
      "cogo.decision.id": decisionId,
      "cogo.decision.attempt": attempt,
    },
  });
  const told = readTraceparent(trace?.traceparent);
  if (span !== undefined || told === undefined) return span;
  const spanId = await spanIdOf(`${decisionId}:attempt:${attempt}`);
  return drawnSpan(traceparentOf({ ...told, spanId }));
}

/** Ends it as it is settled: tokens and times, nothing of what was said. */
export function endAttemptSpan(span: OpenSpan, end: Omit<Settlement, "decision_id">): void {
  const { status, http_status, usage, first_token_ms } = end;
  span.end({
    "http.response.status_code": http_status ?? undefined,
    "gen_ai.usage.input_tokens": usage?.input_tokens,
    "gen_ai.usage.output_tokens": usage?.output_tokens,
    "cogo.usage.cache_read_tokens": usage?.cache_read_tokens,
    "cogo.first_token_ms": first_token_ms ?? undefined,
    "cogo.outcome": status,
  }, status === "failed" ? String(http_status ?? "no_answer") : undefined);
}

import type * as OpenTelemetry from "@opentelemetry/api";
import { readTraceparent, traceparentOf } from "./traceparent.ts";

/** What a span tells; never a payload, a prompt, an answer or a key. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A span that is under way. */
export interface OpenSpan {
  /** What goes out with calls that are made within it. */
  readonly traceparent: string;
  /** Does work of which it is the parent. */
  within<T>(work: () => T): T;
  /** Ends it; `error` is a word for what went wrong, undefined when nothing did. */
  end(attributes?: SpanAttributes, error?: string): void;
}

/** What a span is, and under what. */
export interface SpanStart {
  readonly kind: "INTERNAL" | "SERVER" | "CLIENT" | "PRODUCER" | "CONSUMER";
  /** A traceparent; null = under nothing; undefined = under the span that is active. */
  readonly parent?: string | null | undefined;
  readonly attributes?: SpanAttributes;
}

type Api = typeof OpenTelemetry;
let api: Api | undefined;
let loading: Promise<Api | undefined> | undefined;

/** Where OpenTelemetry's API keeps what a program has set, whichever copy of it the program uses. */
const registry = Symbol.for("opentelemetry.js.api.1");

/** The API, once the program has set a tracer provider; it is no dependency of ours. */
async function tracingApi(): Promise<Api | undefined> {
  const set = (globalThis as { [registry]?: { trace?: unknown } })[registry];
  if (set?.trace === undefined) return undefined;
  loading ??= import("@opentelemetry/api").catch(() => undefined);
  return api ??= await loading;
}

/** The traceparent of the active span; undefined when there is none, or no tracer provider. */
export function activeTraceparent(): string | undefined {
  const context = api?.trace.getActiveSpan()?.spanContext();
  return context && api!.isSpanContextValid(context) ? write(context) : undefined;
}

/**
 * Opens a span, if the program has set a tracer provider; else costs nothing and answers undefined.
 * Never throws: what a program's tracing does wrong must not change how its work ends.
 */
export async function openSpan(name: string, start: SpanStart): Promise<OpenSpan | undefined> {
  const api = await tracingApi();
  try {
    return api && open(api, name, start);
  } catch {
    return undefined;
  }
}

/** A span that the engine draws by itself: what goes out with calls is known, nothing is recorded here. */
export const drawnSpan = (traceparent: string): OpenSpan => ({
  traceparent,
  within: (work) => work(),
  end: () => {},
});

function open(api: Api, name: string, { kind, parent, attributes = {} }: SpanStart): OpenSpan {
  const told = readTraceparent(parent);
  const isUnderActive = parent === undefined;
  const under = told === undefined
    ? isUnderActive ? api.context.active() : api.ROOT_CONTEXT
    : api.trace.setSpanContext(api.context.active(), {
      traceId: told.traceId,
      spanId: told.spanId,
      traceFlags: Number.parseInt(told.flags, 16),
      isRemote: true,
    });
  const span = api.trace.getTracer("cogo-agent-core")
    .startSpan(name, { kind: api.SpanKind[kind], attributes: known(attributes) }, under);
  return {
    traceparent: write(span.spanContext()),
    within: (work) => api.context.with(api.trace.setSpan(under, span), work),
    end: (more = {}, error) => {
      try {
        span.setAttributes(known({ ...more, "error.type": error }));
        if (error !== undefined) span.setStatus({ code: api.SpanStatusCode.ERROR });
        span.end();
      } catch {
        // as above
      }
    },
  };
}

function write({ traceId, spanId, traceFlags }: OpenTelemetry.SpanContext): string {
  return traceparentOf({
    traceId,
    spanId,
    flags: (traceFlags & 0xff).toString(16).padStart(2, "0"),
  });
}

function known(attributes: SpanAttributes): OpenTelemetry.Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== undefined),
  ) as OpenTelemetry.Attributes;
}

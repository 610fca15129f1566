import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { context, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BasicTracerProvider, BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { ATTR_SERVICE_NAME } from "@opentelemetry/semantic-conventions";
import { platformWaitUntil } from "../platform/wait_until.ts";
import { AsyncContext } from "./async_context.ts";
import { traceFetch } from "./trace_fetch.ts";

/** Milliseconds between two batches of one function, unless OTEL_BSP_SCHEDULE_DELAY says otherwise. */
const gatherMs = 2_000;
/** Milliseconds after which a batch is given up, unless OTEL_BSP_EXPORT_TIMEOUT says otherwise. */
const patience = 10_000;
/** Milliseconds between two words about a collector that takes nothing. */
const quietMs = 60_000;

/** Sends what has ended, soon and in the background; never throws, and nobody waits for it. */
export type FlushSoon = () => void;

/**
 * Sets the tracer provider of this program: OTLP over HTTP, settings from the environment as the
 * specification names them. Where another has been set before, that one stays.
 */
export function exportSpans(): FlushSoon {
  const told = Number(process.env["OTEL_BSP_SCHEDULE_DELAY"]);
  const delay = told > 0 ? told : gatherMs;
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: "cogo-agent-core" }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [
      new BatchSpanProcessor(new OTLPTraceExporter(), {
        exportTimeoutMillis: Number(process.env["OTEL_BSP_EXPORT_TIMEOUT"]) || patience,
      }),
    ],
    forceFlushTimeoutMillis: patience,
  });
  context.setGlobalContextManager(new AsyncContext());
  trace.setGlobalTracerProvider(provider);
  traceFetch(process.env["SUPABASE_URL"] ?? "");

  let isPlanned = false;
  let toldAt = 0;
  const flush = async () => {
    await pause(delay);
    isPlanned = false;
    await provider.forceFlush().catch((thrown) => {
      if (Date.now() - toldAt < quietMs) return;
      toldAt = Date.now();
      console.error("Spans were lost: the collector did not take them:", messageOf(thrown));
    });
  };
  return () => {
    if (isPlanned) return;
    isPlanned = true;
    platformWaitUntil(flush());
  };
}

function messageOf(thrown: unknown): string {
  const [first] = Array.isArray(thrown) ? thrown : [thrown];
  return first instanceof Error ? first.message || first.name : String(first);
}

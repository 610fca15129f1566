import type { Variables } from "../platform/env.ts";

/**
 * Whether spans are exported: an endpoint is named and nothing switches tracing off, by the names
 * of OpenTelemetry's specification.
 */
export function isTracing(variables: Variables): boolean {
  const told = (name: string) => variables[name]?.trim() ?? "";
  const endpoint = told("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") ||
    told("OTEL_EXPORTER_OTLP_ENDPOINT");
  return endpoint !== "" && told("OTEL_SDK_DISABLED").toLowerCase() !== "true" &&
    told("OTEL_TRACES_EXPORTER").toLowerCase() !== "none";
}

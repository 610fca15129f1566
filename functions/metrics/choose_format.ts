import type { Format } from "./exposition.ts";

/** How much a media type is wanted by an Accept header, 0 to 1. */
function weightOf(accept: string, type: string): number {
  const weights = accept.split(",").map((range) => range.split(";").map((part) => part.trim()))
    .filter(([name]) => name?.toLowerCase() === type)
    .map((parts) => Number(parts.find((part) => part.startsWith("q="))?.slice(2) ?? 1));
  return Math.max(0, ...weights.filter((weight) => !Number.isNaN(weight)));
}

/** OpenMetrics where a scraper prefers it, else the text format, which everybody reads. */
export function chooseFormat(accept: string | null): Format {
  const wanted = weightOf(accept ?? "", "application/openmetrics-text");
  return wanted > weightOf(accept ?? "", "text/plain") ? "openmetrics" : "text";
}

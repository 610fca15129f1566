import { summaryDocument, totalsDocument } from "./documents.ts";
import { exposition } from "./exposition.ts";
import { familiesOf } from "./families.ts";
import { openReader } from "./reader.ts";
import { refuse } from "./refusal.ts";

/** Minutes that the percentile and ratio series look back: a few scrapes, so that they move. */
const windowMinutes = 5;

/**
 * GET /prometheus: the product's series in the Prometheus text format. Operators only: counters
 * count every tenant.
 * Errors: missing_key and invalid_token (401), operators_only (403), database_unreachable (503).
 */
export async function prometheus(request: Request): Promise<Response> {
  const opened = await openReader(request);
  if ("refusal" in opened) return refuse(opened.refusal);
  const { reader } = opened;
  const answers = await Promise.all([
    reader("metrics_totals"),
    reader("metrics_summary", { window_minutes: windowMinutes }),
  ]);
  const [totals, summary] = answers.map((answer) => "data" in answer ? answer.data : null);
  for (const answer of answers) if ("refusal" in answer) return refuse(answer.refusal);

  const families = familiesOf(
    summaryDocument.parse(summary),
    totalsDocument.parse(totals),
  );
  return new Response(exposition(families), {
    headers: {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

import { summaryDocument, totalsDocument } from "./documents.ts";
import { exposition } from "./exposition.ts";
import { familiesOf } from "./families.ts";
import { openCaller } from "../_shared/platform/rpc_caller.ts";
import { routeFamilies } from "./route_families.ts";

/** Minutes that the percentile and ratio series look back: a few scrapes, so that they move. */
const windowMinutes = 5;

/**
 * GET /prometheus: the product's series in the Prometheus text format. Operators only: counters
 * count every tenant.
 * @throws CogoError missing_key, invalid_token (401), database_unreachable (503)
 */
export async function prometheus(request: Request): Promise<Response> {
  const reader = await openCaller(request);
  const answers = await Promise.all([
    reader("metrics_totals"),
    reader("metrics_summary", { window_minutes: windowMinutes }),
  ]);
  const data: unknown[] = [];
  for (const answer of answers) {
    if ("refusal" in answer) return answer.refusal;
    data.push(answer.data);
  }
  const [totals, summary] = data;

  const counted = totalsDocument.parse(totals);
  const families = [
    ...familiesOf(summaryDocument.parse(summary), counted),
    ...routeFamilies(counted),
  ];
  return new Response(exposition(families), {
    headers: {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

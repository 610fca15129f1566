import { chooseFormat } from "./choose_format.ts";
import { gaugesDocument, totalsDocument } from "./documents.ts";
import { exposition, mediaTypes } from "./exposition.ts";
import { familiesOf } from "./families.ts";
import { openRpcCaller } from "../_shared/platform/rpc_caller.ts";
import { routeFamilies } from "./route_families.ts";

/**
 * GET /prometheus: the product's series as OpenMetrics where the scraper asks for it, else in the
 * Prometheus text format. Operators only: counters count every tenant. Reads small tables only.
 * @throws CogoError missing_key, invalid_token (401), database_unreachable (503)
 */
export async function prometheus(request: Request): Promise<Response> {
  const reader = await openRpcCaller(request);
  const answers = await Promise.all([
    reader("metrics_totals"),
    reader("metrics_gauges"),
  ]);
  const data: unknown[] = [];
  for (const answer of answers) {
    if ("refusal" in answer) return answer.refusal;
    data.push(answer.data);
  }
  const [totals, gauges] = data;

  const counted = totalsDocument.parse(totals);
  const families = [
    ...familiesOf(gaugesDocument.parse(gauges), counted),
    ...routeFamilies(counted),
  ];
  const format = chooseFormat(request.headers.get("accept"));
  return new Response(exposition(families, format), {
    headers: {
      "content-type": mediaTypes[format],
      "cache-control": "no-store",
      vary: "accept",
      "x-content-type-options": "nosniff",
    },
  });
}

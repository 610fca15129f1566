import { z } from "zod";
import { CogoError } from "../_shared/platform/errors.ts";
import { freshJson } from "../_shared/platform/fresh_json.ts";
import type { RpcCaller } from "../_shared/platform/rpc_caller.ts";

/** The RPCs that the pages read; each is stable and changes nothing. */
export const reads: ReadonlySet<string> = new Set([
  "count_dead_letters",
  "explain_route",
  "get_job",
  "job_events",
  "list_alerts",
  "list_dead_letters",
  "list_jobs",
  "list_limits",
  "list_schedules",
  "list_workers",
  "metrics_health",
  "metrics_history",
  "metrics_keys",
  "metrics_routing",
  "metrics_summary",
  "quality_gate_recent",
  "queue_stats",
  "schedule_history",
  "scheduler_status",
  "show_trace",
  "spend_summary",
]);

const argument = z.record(z.string(), z.unknown());

function argsOf(request: Request): Record<string, unknown> {
  const { args, ...others } = Object.fromEntries(new URL(request.url).searchParams);
  const [unknown] = Object.keys(others);
  let given: unknown;
  try {
    given = JSON.parse(args ?? "{}");
  } catch {
    given = undefined;
  }
  const read = argument.safeParse(given);
  if (unknown === undefined && read.success) return read.data;
  const [field, problem] = unknown === undefined
    ? ["args", "it must be a JSON object"]
    : [unknown.slice(0, 40), "there is no such parameter"];
  const hint = 'Send ?args= with the RPC\'s arguments, such as {"row_limit": 50}.';
  throw new CogoError("bad_argument", `Cannot accept ${field}: ${problem}`, hint);
}

/**
 * GET /api/read/RPC?args=JSON: what a read answers, with a weak ETag.
 * @throws CogoError route_not_found (404), bad_argument (400), and what opening the caller throws
 */
export async function read(
  rpc: string,
  request: Request,
  openCaller: (request: Request) => Promise<RpcCaller>,
): Promise<Response> {
  if (!reads.has(rpc)) {
    const hint = `There are ${[...reads].join(", ")}.`;
    throw new CogoError(
      "route_not_found",
      `Cannot read ${rpc.slice(0, 60)}: no page reads it`,
      hint,
    );
  }
  const args = argsOf(request);
  const answer = await (await openCaller(request))(rpc, args);
  return "refusal" in answer ? answer.refusal : await freshJson(request, answer.data);
}

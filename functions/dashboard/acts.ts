import { z } from "zod";
import { CogoError } from "../_shared/platform/errors.ts";
import { readJson, refusing } from "../_shared/platform/read_json.ts";
import { respond } from "../_shared/platform/respond.ts";
import type { RpcCaller } from "../_shared/platform/rpc_caller.ts";

/** The RPCs by which the pages act. */
export const acts: ReadonlySet<string> = new Set([
  "cancel_jobs",
  "drain_worker",
  "pause",
  "pause_schedule",
  "redrive_dead_letters",
  "redrive_matching",
  "resume",
  "resume_schedule",
  "resume_worker",
  "run_schedule_now",
]);

const refuse = refusing("docs/guides/dashboard.md");
const argument = z.record(z.string(), z.unknown());

/**
 * POST /api/act/RPC with the RPC's arguments as JSON: does it with the rights of whoever asks.
 * @throws CogoError route_not_found (404), bad_argument (400), and what opening the caller throws
 */
export async function act(
  rpc: string,
  request: Request,
  openCaller: (request: Request) => Promise<RpcCaller>,
): Promise<Response> {
  if (!acts.has(rpc)) {
    const hint = `There are ${[...acts].join(", ")}.`;
    throw new CogoError("route_not_found", `Cannot do ${rpc.slice(0, 60)}: no page does it`, hint);
  }
  const caller = await openCaller(request); // before the body: a stranger's is not read
  const args = argument.safeParse(await readJson(request, refuse));
  if (!args.success) throw refuse("the body", "it must be a JSON object");
  const answer = await caller(rpc, args.data);
  return "refusal" in answer ? answer.refusal : respond(answer.data);
}

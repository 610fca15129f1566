import { z } from "zod";
import { respond } from "../_shared/platform/respond.ts";
import { freshJson } from "../_shared/platform/fresh_json.ts";
import { readQuery } from "./read_action.ts";
import { openRpcCaller } from "../_shared/platform/rpc_caller.ts";

const verdict = z.looseObject({ is_healthy: z.boolean() });
const parameters = z.strictObject({
  since_min: z.coerce.number().int().min(1).max(10080).optional(),
});

/**
 * GET /health?since_min=60: 200 when the database answers and housekeeping keeps up, 503 when it
 * does not. With `since_min` also how providers did in those minutes; they change no status, since
 * a provider that is down is no reason to take the engine out.
 * @throws CogoError bad_argument (400), missing_key, invalid_token (401), database_unreachable (503)
 */
export async function health(request: Request): Promise<Response> {
  const { since_min } = readQuery(request, parameters);
  const reader = await openRpcCaller(request);
  const [engine, routing] = await Promise.all([
    reader("metrics_health"),
    since_min === undefined ? undefined : reader("metrics_routing", { since_min }),
  ]);
  if ("refusal" in engine) return engine.refusal;
  if (routing && "refusal" in routing) return routing.refusal;

  const told = verdict.parse(engine.data);
  const providers = z.object({ providers: z.array(z.unknown()) }).optional().parse(routing?.data);
  const body = { ...told, ...providers };
  return told.is_healthy ? await freshJson(request, body) : respond(body, 503);
}

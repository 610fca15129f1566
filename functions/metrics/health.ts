import { z } from "zod";
import { readAction } from "./read_action.ts";

const verdict = z.object({ is_healthy: z.boolean() });

/** GET /health: 200 when the database answers and housekeeping keeps up, 503 when it does not. */
export const health: (request: Request) => Promise<Response> = readAction({
  rpc: "metrics_health",
  query: z.strictObject({}),
  args: () => ({}),
  status: (body) => verdict.parse(body).is_healthy ? 200 : 503,
});

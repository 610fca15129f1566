import { z } from "zod";
import { readAction } from "./read_action.ts";

/** GET /summary?window_minutes=60: what the engine does now and did in the window. */
export const summary: (request: Request) => Promise<Response> = readAction({
  rpc: "metrics_summary",
  query: z.strictObject({ window_minutes: z.coerce.number().int().min(1).max(10080).default(60) }),
  args: (query) => query,
});

import { z } from "zod";
import { readAction } from "./read_action.ts";

/** GET /quality/gate/recent?limit=20: the newest quality runs with gates and artifacts. */
export const gateRecent: (request: Request) => Promise<Response> = readAction({
  rpc: "quality_gate_recent",
  query: z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) }),
  args: ({ limit }) => ({ row_limit: limit }),
});

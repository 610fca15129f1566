import { z } from "zod";
import { readAction } from "./read_action.ts";

/** GET /gate/summary?window_days=30: pass rate of quality runs and gates. */
export const gateSummary: (request: Request) => Promise<Response> = readAction({
  rpc: "gate_summary",
  query: z.strictObject({ window_days: z.coerce.number().int().min(1).max(366).default(30) }),
  args: (query) => query,
});

import { z } from "zod";
import { readAction } from "./read_action.ts";

/** GET /spend?since_hours=24: budgets with their forecast, and what each model cost. */
export const spend: (request: Request) => Promise<Response> = readAction({
  rpc: "spend_summary",
  query: z.strictObject({ since_hours: z.coerce.number().int().min(1).max(8784).default(24) }),
  args: (query) => query,
});

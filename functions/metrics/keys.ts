import { z } from "zod";
import { readAction } from "./read_action.ts";

/** GET /keys: keys in use with age, last use and what is due; never a value. Operators only. */
export const keys: (request: Request) => Promise<Response> = readAction({
  rpc: "metrics_keys",
  query: z.strictObject({}),
  args: () => ({}),
});

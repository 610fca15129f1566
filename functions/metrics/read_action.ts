import { z } from "zod";
import { freshJson } from "./fresh_json.ts";
import { openReader } from "./reader.ts";
import { refuse } from "./refusal.ts";

/** A GET route that answers one RPC: its query parameters and how they become arguments. */
export interface ReadAction<Query extends z.ZodType> {
  rpc: string;
  query: Query;
  args(query: z.output<Query>): Record<string, unknown>;
  /** HTTP status for an answer; 200 unless told. */
  status?(body: unknown): number;
}

/**
 * Makes the handler of a read action. Unknown or malformed query parameters are refused.
 * Errors: bad_argument (400), missing_key and invalid_token (401), database_unreachable (503).
 */
export function readAction<Query extends z.ZodType>(
  action: ReadAction<Query>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const given = Object.fromEntries(new URL(request.url).searchParams);
    delete given.apikey;
    const query = action.query.safeParse(given);
    if (!query.success) {
      const first = query.error.issues[0];
      const field = first?.path.join(".") || "the query";
      return refuse({
        status: 400,
        details: "bad_argument",
        message: `Cannot accept ${field}: ${first?.message ?? "it is malformed"}`,
        hint: `Correct ${field} in the address; docs/guides/dashboard.md lists the parameters.`,
      });
    }
    const opened = await openReader(request);
    if ("refusal" in opened) return refuse(opened.refusal);
    const answer = await opened.reader(action.rpc, action.args(query.data));
    if ("refusal" in answer) return refuse(answer.refusal);
    const status = action.status?.(answer.data) ?? 200;
    if (status !== 200) {
      return Response.json(answer.data, { status, headers: { "cache-control": "no-store" } });
    }
    return await freshJson(request, answer.data);
  };
}

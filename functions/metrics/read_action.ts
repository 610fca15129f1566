import { z } from "zod";
import { CogoError } from "../_shared/platform/errors.ts";
import { respond } from "../_shared/platform/respond.ts";
import { freshJson } from "./fresh_json.ts";
import { openReader } from "./reader.ts";

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
 * @throws CogoError bad_argument (400), missing_key, invalid_token (401), database_unreachable (503)
 */
export function readAction<Query extends z.ZodType>(
  action: ReadAction<Query>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const query = action.query.safeParse(
      Object.fromEntries(new URL(request.url).searchParams),
    );
    if (!query.success) throw refusedQuery(query.error.issues[0]);

    const reader = await openReader(request);
    const answer = await reader(action.rpc, action.args(query.data));
    if ("refusal" in answer) return answer.refusal;
    const status = action.status?.(answer.data) ?? 200;
    return status === 200 ? await freshJson(request, answer.data) : respond(answer.data, status);
  };
}

function refusedQuery(issue: z.core.$ZodIssue | undefined): CogoError {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.join(", ") : "";
  const field = unknown || issue?.path.join(".") || "the query";
  const problem = unknown ? "there is no such parameter" : issue?.message ?? "it is malformed";
  return new CogoError(
    "bad_argument",
    `Cannot accept ${field}: ${problem}`,
    `Correct ${field} in the address; docs/guides/dashboard.md lists the parameters.`,
  );
}

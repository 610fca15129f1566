import { z } from "zod";
import { CogoError } from "../_shared/platform/errors.ts";
import { freshJson } from "../_shared/platform/fresh_json.ts";
import { openRpcCaller } from "../_shared/platform/rpc_caller.ts";

/** A GET route that answers one RPC: its query parameters and how they become arguments. */
export interface ReadAction<Query extends z.ZodType> {
  rpc: string;
  query: Query;
  args(query: z.output<Query>): Record<string, unknown>;
}

/**
 * Makes the handler of a read action. Unknown or malformed query parameters are refused.
 * @throws CogoError bad_argument (400), missing_key, invalid_token (401), database_unreachable (503)
 */
export function readAction<Query extends z.ZodType>(
  action: ReadAction<Query>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const query = readQuery(request, action.query);
    const reader = await openRpcCaller(request);
    const answer = await reader(action.rpc, action.args(query));
    return "refusal" in answer ? answer.refusal : await freshJson(request, answer.data);
  };
}

/**
 * The query parameters of a request.
 * @throws CogoError bad_argument (400) for one that is unknown or malformed
 */
export function readQuery<Query extends z.ZodType>(
  request: Request,
  parameters: Query,
): z.output<Query> {
  const query = parameters.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) throw refusedQuery(query.error.issues[0]);
  return query.data;
}

function refusedQuery(issue: z.core.$ZodIssue | undefined): CogoError {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.join(", ") : "";
  const field = unknown || issue?.path.join(".") || "the query";
  const problem = unknown ? "there is no such parameter" : issue?.message ?? "it is malformed";
  return new CogoError(
    "bad_argument",
    `Cannot accept ${field}: ${problem}`,
    `Correct ${field} in the address; docs/openapi/metrics.json lists the parameters.`,
  );
}

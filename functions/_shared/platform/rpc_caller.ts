import { createSupabaseContext } from "@supabase/server";
import { demandCredentials, hasCredentials, refusedCredentials } from "./credentials.ts";
import { CogoError, type ErrorBody } from "./errors.ts";
import { isLocalStack } from "./local_stack.ts";
import { bearerOf, demandOurToken } from "./our_token.ts";
import { isLocalReader, isOwnPage } from "./own_page.ts";
import { respondError, respondRpcError } from "./respond.ts";

/** What an RPC answered: its JSON, or the refusal to pass on. */
export type Answer = { data: unknown } | { refusal: Response };

/** Calls RPCs of schema `api` with the rights of whoever asked. */
export type RpcCaller = (rpc: string, args?: Record<string, unknown>) => Promise<Answer>;

/** What a request without key or token may do in the local stack: read, or act from its own page. */
export type Purpose = "read" | "act";

/** Milliseconds to wait for the database. */
const patience = 20_000;

const unreachable = (why: string) =>
  new CogoError(
    "database_unreachable",
    `Cannot answer: the database does not answer (${why})`,
    "Look whether the project is up (npm start, or its status page) and try again.",
  );

function isLocal(request: Request, purpose: Purpose): boolean {
  return (purpose === "read" ? isLocalReader : isOwnPage)(request, isLocalStack());
}

/**
 * Finds out who asks. A secret key may do everything, a user's or agent's token what its RPCs let
 * it; without either, only the local stack's own page may (see isLocalReader, isOwnPage).
 * @throws CogoError missing_key, invalid_token (401), database_unreachable (503)
 */
export async function openRpcCaller(
  request: Request,
  purpose: Purpose = "read",
): Promise<RpcCaller> {
  const isOwn = !hasCredentials(request) && isLocal(request, purpose);
  if (!isOwn) demandCredentials(request);
  const { data, error } = await createSupabaseContext(request, {
    auth: isOwn ? "none" : ["user", "secret:*"],
  });
  if (error) {
    if (error.status >= 500) throw unreachable(error.message);
    throw refusedCredentials(error);
  }
  if (data.authMode === "user") demandOurToken(bearerOf(request), data.jwtClaims);
  return callerOf(data.authMode === "user" ? data.supabase : data.supabaseAdmin);
}

/** What of a supabase-js client is needed to call RPCs. */
interface Client {
  schema(name: "api"): {
    rpc(rpc: string, args: Record<string, unknown>): {
      abortSignal(signal: AbortSignal): PromiseLike<Reply>;
    };
  };
}

interface Reply {
  data: unknown;
  error: ErrorBody | null;
  status: number;
}

/** Calls RPCs with the rights of a client's key or token. */
export function callerOf(client: Client): RpcCaller {
  return async (rpc, args = {}) => {
    const reply = await client.schema("api").rpc(rpc, args)
      .abortSignal(AbortSignal.timeout(patience));
    if (!reply.error) return { data: reply.data };
    // PostgREST gives a status; no status means that nothing answered.
    if (!reply.status) return { refusal: respondError(unreachable(reply.error.message)) };
    return { refusal: respondRpcError(reply.error, reply.status) };
  };
}

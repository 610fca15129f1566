import { createSupabaseContext } from "@supabase/server";
import { credentialsHint, hasCredentials } from "../_shared/platform/credentials.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { respondError, respondRpcError } from "../_shared/platform/respond.ts";
import { isLocalReader } from "./local_reader.ts";

/** What a read RPC answered: its JSON, or the refusal to pass on. */
export type Answer = { data: unknown } | { refusal: Response };

/** Calls read-only RPCs of schema `api` with the rights of whoever asked. */
export type Reader = (rpc: string, args?: Record<string, unknown>) => Promise<Answer>;

/** Milliseconds to wait for the database. */
const patience = 20_000;

const unreachable = (why: string) =>
  new CogoError(
    "database_unreachable",
    `Cannot read metrics: the database does not answer (${why})`,
    "Look whether the project is up (npm start, or its status page) and try again.",
  );

/**
 * Finds out who asks. A secret key reads everything, a user's or agent's token its own tenant;
 * without either, only a page of the local stack may read (see isLocalReader).
 * @throws CogoError missing_key, invalid_token (401), database_unreachable (503)
 */
export async function openReader(request: Request): Promise<Reader> {
  const given = hasCredentials(request);
  const isLocal = !given && isLocalReader(request, Deno.env.get("COGO_LOCAL") === "1");
  if (!given && !isLocal) {
    throw new CogoError(
      "missing_key",
      "Cannot show metrics: the request has neither a secret key nor a user token",
      credentialsHint,
    );
  }
  const { data, error } = await createSupabaseContext(request, {
    auth: isLocal ? "none" : ["user", "secret:*"],
  });
  if (error) {
    if (error.status >= 500) throw unreachable(error.message);
    throw new CogoError("invalid_token", `Cannot show metrics: ${error.message}`, credentialsHint);
  }
  const client = data.authMode === "user" ? data.supabase : data.supabaseAdmin;
  return async (rpc, args = {}) => {
    const reply = await client.schema("api").rpc(rpc, args)
      .abortSignal(AbortSignal.timeout(patience));
    if (!reply.error) return { data: reply.data };
    // PostgREST gives a status; no status means that nothing answered.
    if (!reply.status) return { refusal: respondError(unreachable(reply.error.message)) };
    return { refusal: respondRpcError(reply.error, reply.status) };
  };
}

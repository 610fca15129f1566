import { createSupabaseContext } from "@supabase/server";
import { isLocalReader } from "./local_reader.ts";
import type { Refusal } from "./refusal.ts";

/** What a read RPC answered: its JSON, or why not. */
export type Answer = { data: unknown } | { refusal: Refusal };

/** Calls read-only RPCs of schema `api` with the rights of whoever asked. */
export type Reader = (rpc: string, args?: Record<string, unknown>) => Promise<Answer>;

const noCredentials: Refusal = {
  status: 401,
  details: "missing_key",
  message: "Cannot show metrics: the request has neither a secret key nor a user token",
  hint: "Send `apikey: sb_secret_…` as an operator, or `Authorization: Bearer TOKEN` as an agent.",
};

const unreachable = (why: string): Refusal => ({
  status: 503,
  details: "database_unreachable",
  message: `Cannot read metrics: the database does not answer (${why})`,
  hint: "Look whether the project is up (npm start, or its status page) and try again.",
});

/**
 * Finds out who asks. A secret key reads everything, a user's or agent's token its own tenant;
 * without either, only a page of the local stack may read (see isLocalReader).
 */
export async function openReader(
  request: Request,
): Promise<{ reader: Reader } | { refusal: Refusal }> {
  const given = request.headers.has("authorization") || request.headers.has("apikey");
  const isLocal = !given && isLocalReader(request, Deno.env.get("COGO_LOCAL") === "1");
  const { data, error } = await createSupabaseContext(request, {
    auth: isLocal ? "none" : ["user", "secret:*"],
  });
  if (error) {
    if (!given) return { refusal: noCredentials };
    if (error.status >= 500) return { refusal: unreachable(error.message) };
    return { refusal: { ...noCredentials, details: "invalid_token", message: error.message } };
  }
  const client = data.authMode === "user" ? data.supabase : data.supabaseAdmin;
  return {
    reader: async (rpc, args = {}) => {
      const reply = await client.schema("api").rpc(rpc, args).abortSignal(
        AbortSignal.timeout(20_000),
      );
      if (!reply.error) return { data: reply.data };
      const { message, details, hint } = reply.error;
      // PostgREST gives a status; no status means that nothing answered.
      if (!reply.status || reply.status >= 500) return { refusal: unreachable(message) };
      return {
        refusal: {
          status: reply.status,
          details: details ?? "bad_argument",
          message,
          hint: hint ?? "See docs/errors.md.",
        },
      };
    },
  };
}

import { createSupabaseContext } from "@supabase/server";
import { CogoError } from "../_shared/platform/errors.ts";
import { type Call, callsOf } from "../_shared/worker/transport.ts";

const hint =
  "Send `apikey: sb_secret_…` as an operator, or `Authorization: Bearer TOKEN` as an agent.";

/** Who calls, and RPCs with the rights they have. */
export interface Caller {
  readonly isOperator: boolean;
  readonly call: Call;
}

/**
 * Finds out who asks: the holder of a secret key, or of an agent's token.
 * @throws CogoError missing_key, invalid_token (401), database_unreachable (503)
 */
export async function openCaller(request: Request): Promise<Caller> {
  if (!request.headers.has("authorization") && !request.headers.has("apikey")) {
    throw new CogoError(
      "missing_key",
      "Cannot answer: the request has neither key nor token",
      hint,
    );
  }
  const { data, error } = await createSupabaseContext(request, { auth: ["user", "secret:*"] });
  if (error) {
    const code = error.status >= 500 ? "database_unreachable" : "invalid_token";
    throw new CogoError(code, `Cannot answer: ${error.message}`, hint, { cause: error });
  }
  const isAgent = data.authMode === "user" && data.jwtClaims?.["role"] !== "service_role";
  const client = data.authMode === "user" ? data.supabase : data.supabaseAdmin;
  return { isOperator: !isAgent, call: callsOf(client) };
}

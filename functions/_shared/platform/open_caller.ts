import { createSupabaseContext } from "@supabase/server";
import { demandCredentials, refusedCredentials } from "./credentials.ts";
import { bearerOf, demandOurToken } from "./our_token.ts";
import { type Call, callsOf } from "../worker/transport.ts";

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
  demandCredentials(request);
  const { data, error } = await createSupabaseContext(request, { auth: ["user", "secret:*"] });
  if (error) throw refusedCredentials(error);
  if (data.authMode === "user") demandOurToken(bearerOf(request), data.jwtClaims);
  const isAgent = data.authMode === "user" && data.jwtClaims?.["role"] !== "service_role";
  const client = data.authMode === "user" ? data.supabase : data.supabaseAdmin;
  return { isOperator: !isAgent, call: callsOf(client) };
}

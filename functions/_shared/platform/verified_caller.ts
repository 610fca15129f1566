import { verifyAuth } from "@supabase/server/core";
import { holdsScope } from "../access/scopes.ts";
import { demandCredentials, refusedCredentials } from "./credentials.ts";
import { CogoError } from "./errors.ts";
import { demandOurToken } from "./our_token.ts";
import type { Claims } from "./pool.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who calls, by a key or token that was checked. */
export interface VerifiedCaller {
  readonly isOperator: boolean;
  /** For `callAs`: the claims of an agent's token; null for an operator. */
  readonly claims: Claims | null;
  /** Null for an operator. */
  readonly tenantId: string | null;
  readonly agentId: string | null;
  /** For audits: `agent:<id>`, `user:<id>`, or `secret:<name of the key>`. */
  readonly actor: string;
}

function uuidOf(claims: Claims, name: string): string | null {
  const value = claims[name];
  return typeof value === "string" && uuid.test(value) ? value.toLowerCase() : null;
}

/**
 * For what no RPC checks: an agent's token must hold the scope; an operator needs none.
 * @throws CogoError insufficient_scope (403)
 */
export function demandScope({ claims }: VerifiedCaller, scope: string): void {
  if (claims === null || holdsScope(claims, scope)) return;
  throw new CogoError(
    "insufficient_scope",
    `Cannot do this: the token lacks the scope ${scope}`,
    "Ask for a token with that scope; who administers the tenant grants it with update_agent.",
  );
}

function agentOf(claims: Claims): VerifiedCaller {
  if (claims["role"] === "service_role") {
    return { isOperator: true, claims: null, tenantId: null, agentId: null, actor: "secret:role" };
  }
  const tenantId = uuidOf(claims, "tenant_id");
  if (tenantId === null || claims["role"] !== "authenticated") {
    throw new CogoError(
      "not_an_agent",
      "Cannot act for a tenant: the token has no tenant_id claim",
      "Call with an agent token whose claims hold tenant_id and agent_id.",
    );
  }
  const agentId = uuidOf(claims, "agent_id");
  const actor = agentId === null ? `user:${claims["sub"] ?? "unnamed"}` : `agent:${agentId}`;
  return { isOperator: false, claims, tenantId, agentId, actor };
}

/**
 * Finds out who asks, without asking the database: the holder of a secret key, or of an agent's
 * token.
 * @throws CogoError missing_key, invalid_token, not_an_agent (401), database_unreachable (503)
 */
export async function verifyCaller(request: Request): Promise<VerifiedCaller> {
  demandCredentials(request);
  const { data, error } = await verifyAuth(request, { auth: ["user", "secret:*"] });
  if (error) throw refusedCredentials(error);
  if (data.authMode === "user") {
    const claims = (data.jwtClaims ?? {}) as Claims;
    demandOurToken(data.token, claims);
    return agentOf(claims);
  }
  const actor = `secret:${data.keyName ?? "default"}`;
  return { isOperator: true, claims: null, tenantId: null, agentId: null, actor };
}

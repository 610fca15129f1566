import type { Connection } from "@supabase/lite";
import { z } from "zod";

interface Transaction {
  executeQuery(query: { sql: string; parameters: unknown[]; query: unknown }): Promise<unknown>;
}

const variablesSchema = z.looseObject({
  auth: z.looseObject({
    role: z.string().nullish(),
    uid: z.string().nullish(),
    jwt: z.record(z.string(), z.unknown()).nullish(),
  }).nullish(),
});

const rpcSchema = z.looseObject({
  method: z.string(),
  path: z.string(),
  requestHeaders: z.record(z.string(), z.unknown()).nullish(),
});

/** Sets settings for the running transaction, all in one round trip. */
async function setLocally(transaction: Transaction, settings: Record<string, string>) {
  const names = Object.keys(settings);
  const calls = names.map((name, place) => `set_config('${name}', $${place + 1}, true)`);
  const sql = `select ${calls.join(", ")}`;
  const query = { kind: "RawNode", sqlFragments: [sql], parameters: [] };
  await transaction.executeQuery({ sql, parameters: Object.values(settings), query });
}

/**
 * What PostgREST applies of `alter role … set` (sql/platform/set_role_limits.sql): a role that is
 * taken on within a session has none of it. PGlite interrupts nothing and only keeps the words.
 */
const limits: Readonly<Record<string, { statement_timeout: string; lock_timeout: string }>> = {
  anon: { statement_timeout: "3s", lock_timeout: "2s" },
  authenticated: { statement_timeout: "8s", lock_timeout: "5s" },
};
const otherLimits = { statement_timeout: "60s", lock_timeout: "8s" };

/** What SQL sees of the caller: the names that PostgREST and the gateway give it. */
async function applyCaller(transaction: Transaction, variables: unknown): Promise<void> {
  const { auth } = variablesSchema.parse(variables);
  const role = auth?.role || "anon";
  await setLocally(transaction, {
    "request.jwt.claim.sub": auth?.uid ?? "",
    "request.jwt.claim.role": role,
    "request.jwt.claims": JSON.stringify(auth?.jwt ?? { role }),
    ...(limits[role] ?? otherLimits),
    role,
  });
}

/** What SQL sees of the HTTP request, and a clean place for its answer's status and headers. */
async function applyRequest(transaction: Transaction, rpc: unknown): Promise<void> {
  const { method, path, requestHeaders } = rpcSchema.parse(rpc);
  await setLocally(transaction, {
    "response.status": "",
    "response.headers": "",
    "request.method": method,
    "request.path": path,
    "request.headers": JSON.stringify(requestHeaders ?? {}),
  });
}

/**
 * Has the gateway set up a request's context in two round trips to the database instead of ten:
 * they are most of the time of a small RPC.
 */
export function shortenContext(connection: Connection): void {
  const shorter = { applyJwtSessionContext: applyCaller, applyRpcRequestGucs: applyRequest };
  for (const [name, replacement] of Object.entries(shorter)) {
    if (typeof Reflect.get(connection, name) !== "function") {
      throw new Error(`Cannot start the gateway: @supabase/lite no longer has \`${name}\``);
    }
    Reflect.set(connection, name, replacement);
  }
}

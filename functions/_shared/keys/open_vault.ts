import { createHash } from "node:crypto";
import { z } from "zod";
import type { Pool } from "../platform/pool.ts";
import type { OpenedKey } from "./answers.ts";
import type { RequestOf } from "./contract.ts";
import { openKey } from "./envelope.ts";
import { sealedKey } from "./sealed_key.ts";
import { appEnv } from "./vault_environment.ts";

/** On whose behalf a key is opened: of a checked token, or null for an operator. */
export interface Opener {
  readonly tenantId: string | null;
  readonly agentId: string | null;
  readonly actor: string;
}

const opening = z.object({ opening: z.number().int(), key_id: z.string().nullable() });
const refused = z.object({ refused: z.object({}).loose() });

/** A refusal of the database, to be answered as it is; or the opened key. */
export type Opened = OpenedKey | z.infer<typeof refused>;

/** Reads in a transaction of its own what an opening, committed before it, released. */
async function read(pool: Pool, answer: unknown): Promise<Opened> {
  const refusal = refused.safeParse(answer);
  if (refusal.success) return refusal.data;
  const opened = opening.parse(answer);
  if (opened.key_id === null) {
    return { value: null, key_id: null, version: null, expires_in: 60 };
  }
  const released = await pool.callInside("read_key", { opening: opened.opening });
  const late = refused.safeParse(released);
  if (late.success) return late.data;
  const sealed = sealedKey.parse(released);
  const value = await openKey(sealed);
  return { value, key_id: sealed.key_id, version: sealed.version, expires_in: 60 };
}

/** SHA-256 of a grant, as reservations keep it. */
export function grantHash(grant: string): Uint8Array {
  return createHash("sha256").update(grant).digest();
}

/**
 * Opens the key of a grant: two transactions, the audit row committed by the first.
 * @throws CogoError key_damaged (500), keys_not_configured (503); CallError database_unreachable
 */
export async function openGrant(
  pool: Pool,
  opener: Opener,
  request: { grant: string; decision_id?: string; attempt?: number; purpose?: string },
): Promise<Opened> {
  const { grant, decision_id, attempt, purpose } = request;
  const { tenantId: tenant_id, agentId: agent_id, actor } = opener;
  const args = { grant_hash: grantHash(grant), tenant_id, agent_id, actor };
  return await read(
    pool,
    await pool.callInside("open_grant", { ...args, decision_id, attempt, purpose }),
  );
}

/** Opens a key by its fields, for services that say what for. @throws as {@link openGrant} */
export async function openByFields(
  pool: Pool,
  opener: Opener,
  request: Extract<RequestOf<"resolve">, { provider: string }>,
): Promise<Opened> {
  const { op: _op, tenant_id = null, version = null, env = appEnv(), ...fields } = request;
  const args = { ...fields, tenant_id, version, env, actor: opener.actor };
  return await read(pool, await pool.callInside("open_key", args));
}

/** Opens what two people agreed to see. @throws as {@link openGrant} */
export async function openBrokenGlass(
  pool: Pool,
  opener: Opener,
  break_glass_id: string,
): Promise<Opened> {
  const args = { break_glass_id, actor: opener.actor };
  return await read(pool, await pool.callInside("open_break_glass", args));
}

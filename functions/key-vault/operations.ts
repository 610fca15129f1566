import { z } from "zod";
import { chainHead, signCheckpoint } from "../_shared/keys/checkpoint_signature.ts";
import type { RequestOf, VaultRequest } from "../_shared/keys/contract.ts";
import { openBrokenGlass, openByFields, openGrant } from "../_shared/keys/open_vault.ts";
import { registerKek, rewrapBatch, upsertKey } from "../_shared/keys/write_vault.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import type { Pool } from "../_shared/platform/pool.ts";
import type { VerifiedCaller } from "../_shared/platform/verified_caller.ts";

type Operations = {
  readonly [Op in VaultRequest["op"]]: (
    pool: Pool,
    caller: VerifiedCaller,
    request: RequestOf<Op>,
  ) => Promise<unknown>;
};

const keys = z.array(z.unknown());

function missing(field: string): CogoError {
  return new CogoError("bad_argument", `Cannot accept ${field}: it is missing`, `Send ${field}.`);
}

async function getKey(pool: Pool, key_id: string): Promise<unknown> {
  const args = { tenant_id: null, provider: null, state: null, key_id, before: null, row_limit: 1 };
  const [key] = keys.parse(await pool.callInside("list_keys", args));
  if (key !== undefined) return key;
  throw new CogoError("key_not_found", `Cannot find key ${key_id}`, "list shows what is there.");
}

async function manageKek(pool: Pool, actor: string, request: RequestOf<"kek">): Promise<unknown> {
  const { action, kek_id } = request;
  if (action === "list") return await pool.callInside("list_keks", {});
  if (kek_id === undefined) throw missing("kek_id");
  if (action === "register") return await registerKek(pool, kek_id, actor);
  // A KEK that this function does not have must not become the one that wraps.
  if (action === "activate") await registerKek(pool, kek_id, actor);
  return await pool.callInside(`${action}_kek`, { kek_id, actor });
}

async function signHeads(pool: Pool): Promise<unknown> {
  const heads = z.array(chainHead).parse(await pool.callInside("audit_heads", {}));
  const at = new Date();
  const checkpoints = heads.map((head) => signCheckpoint(head, at));
  if (checkpoints.length > 0) await pool.callInside("write_checkpoints", { checkpoints });
  return { checkpoints };
}

/** What each op does. Only `resolve` with a grant is for agents; see {@link isForAgents}. */
export const operations: Operations = {
  resolve: (pool, caller, request) =>
    "grant" in request
      ? openGrant(pool, caller, request as { grant: string })
      : openByFields(pool, caller, request),
  upsert: (pool, { actor }, request) => upsertKey(pool, request, actor),
  get: (pool, _caller, { key_id }) => getKey(pool, key_id),
  list: (pool, _caller, { op: _op, limit, ...filter }) => {
    const nothing = { tenant_id: null, provider: null, state: null, before: null };
    return pool.callInside("list_keys", { ...nothing, ...filter, key_id: null, row_limit: limit });
  },
  alerts: (pool) => pool.callInside("list_key_alerts", {}),
  rotate: (pool, { actor }, { key_id, overlap_seconds = null }) =>
    pool.callInside("rotate_key", { key_id, overlap_seconds, actor }),
  revoke: (pool, { actor }, { key_id, reason }) =>
    pool.callInside("revoke_key", { key_id, reason, actor }),
  shred: (pool, { actor }, { key_id, reason }) =>
    pool.callInside("shred_key", { key_id, reason, actor }),
  rewrap: (pool, { actor }, { limit }) => rewrapBatch(pool, limit, actor),
  kek: (pool, { actor }, request) => manageKek(pool, actor, request),
  break_glass: (pool, caller, request) => {
    const { actor } = caller;
    if (request.action === "request") {
      const { key_id, reason, minutes } = request;
      const args = { break_glass_id: crypto.randomUUID(), key_id, reason, minutes, actor };
      return pool.callInside("request_break_glass", args);
    }
    const { break_glass_id } = request;
    return request.action === "open"
      ? openBrokenGlass(pool, caller, break_glass_id)
      : pool.callInside("approve_break_glass", { break_glass_id, actor });
  },
  checkpoint: (pool) => signHeads(pool),
  verify_audit: async (pool, _caller, { tenant_id = null, checkpoints }) => {
    const args = { tenant_id, checkpoints: JSON.stringify(checkpoints) };
    return { problems: await pool.callInside("verify_audit", args, 60_000) };
  },
};

/** Whether an agent may ask this: only for the key of a grant, and the grant says whose it is. */
export function isForAgents(request: VaultRequest): boolean {
  return request.op === "resolve" && "grant" in request;
}

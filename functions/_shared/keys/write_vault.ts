import { z } from "zod";
import { CogoError } from "../platform/errors.ts";
import type { Pool } from "../platform/pool.ts";
import { keyMetadata } from "./answers.ts";
import type { Upsert } from "./contract.ts";
import { rewrapKey } from "./dek_wrap.ts";
import { sealKey } from "./envelope.ts";
import { kekCheckValue } from "./kek.ts";
import { keyPlace } from "./sealed_key.ts";
import { allowsPlaintext, appEnv } from "./vault_environment.ts";

const plan = z.object({
  version: z.number().int(),
  kek_id: z.string().nullable(),
  tenant_id: z.string(),
});
const outcome = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.enum(["written", "there"]), key: keyMetadata }),
  z.object({ outcome: z.literal("version_taken"), version: z.number().int() }),
]);

/** Each writer that lost a race seals again; one of them wins each round. */
const mostRounds = 50;

/**
 * Seals a secret and keeps it as a new version. The same secret again is answered with the version
 * that is there. The secret is neither answered nor logged.
 * @throws CogoError plaintext_refused, key_conflict (409), keys_not_configured (503); CallError
 */
export async function upsertKey(pool: Pool, request: Upsert, actor: string) {
  const { op: _op, value, state, overlap_seconds = null, ...given } = request;
  const { tenant_id = null, provider, service, resource, region, field, alias } = given;
  const env = appEnv();
  const address = { tenant_id, provider, service, resource, region, field, alias, env };
  const planned = plan.parse(await pool.callInside("plan_key", address));
  if (planned.kek_id === null && !allowsPlaintext()) {
    throw new CogoError(
      "keys_not_configured",
      "Cannot store a key: the database knows no KEK",
      "Run: npm run keys -- init",
    );
  }
  let version = planned.version;
  for (let round = 0; round < mostRounds; round++) {
    const named = { tenant_id: planned.tenant_id, provider, field, alias, env };
    const sealed = await sealKey(
      value,
      { key_id: crypto.randomUUID(), ...named, version },
      planned.kek_id,
    );
    const bytes = Object.fromEntries(
      (["ciphertext", "iv", "wrapped_dek", "dek_iv", "checksum"] as const)
        .map((name) => [name, sealed[name] === null ? null : `\\x${sealed[name]}`]),
    );
    const last4 = value.length >= 12 ? value.slice(-4) : "";
    const row = { ...given, ...sealed, ...bytes, tenant_id: planned.tenant_id, last4 };
    const args = { sealed: row, state, overlap_seconds, actor };
    const written = outcome.parse(await pool.callInside("write_key", args));
    if (written.outcome !== "version_taken") {
      const { key } = written;
      return { id: key.key_id, created: written.outcome === "written", ...key };
    }
    version = written.version;
  }
  throw new CogoError(
    "key_conflict",
    "Cannot store the key: others write the same one all the time",
    "Try again.",
  );
}

const batch = z.object({
  kek_id: z.string().nullable(),
  left: z.number().int(),
  keys: z.array(keyPlace.extend({
    wrapped_dek: z.string(),
    dek_iv: z.string(),
    kek_id: z.string(),
  })),
});
const kept = z.object({ written: z.number().int() });

/**
 * Wraps the next versions anew under the active KEK. Call it until `left` is 0; it may be stopped
 * anywhere, and several may run.
 * @throws CogoError key_damaged (500), keys_not_configured (503); CallError
 */
export async function rewrapBatch(pool: Pool, limit: number, actor: string) {
  const next = batch.parse(await pool.callInside("keys_to_rewrap", { row_limit: limit }));
  const { kek_id } = next;
  if (kek_id === null || next.keys.length === 0) return { rewrapped: 0, left: next.left };
  const rewraps = await Promise.all(next.keys.map(async (key) => ({
    key_id: key.key_id,
    old_dek_iv: key.dek_iv,
    ...await rewrapKey(key, kek_id),
  })));
  const { written } = kept.parse(await pool.callInside("write_rewraps", { rewraps, actor }));
  return { rewrapped: written, left: Math.max(0, next.left - next.keys.length) };
}

/** Makes a KEK of the environment known to the database. @throws CogoError keys_not_configured */
export async function registerKek(pool: Pool, kek_id: string, actor: string): Promise<unknown> {
  const check_value = await kekCheckValue(kek_id);
  return await pool.callInside("register_kek", { kek_id, check_value, actor });
}

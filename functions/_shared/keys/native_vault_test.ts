// needs: a native server
import assert from "@std/assert";
import { Buffer } from "node:buffer";
import { type Arena, openArena } from "../../../scripts/chaos/arena.ts";
import { connect } from "../../../scripts/postgres/databases.ts";
import { openPool, type Pool } from "../platform/pool.ts";
import { CallError } from "../worker/transport.ts";
import { toBase64 } from "./bytes.ts";
import { vaultRequest } from "./contract.ts";
import { forgetDeks } from "./dek_cache.ts";
import { forgetKeks } from "./kek.ts";
import { grantHash, openByFields, openGrant } from "./open_vault.ts";
import { registerKek, rewrapBatch, upsertKey } from "./write_vault.ts";

const opener = { tenantId: null, agentId: null, actor: "secret:test" };
const canary = "sk-canary-native-0123456789";
const random = () => toBase64(crypto.getRandomValues(new Uint8Array(32)));

function add(pool: Pool, value: string, more: object = {}) {
  const request = vaultRequest.parse({ op: "upsert", provider: "openai", value, ...more });
  if (request.op !== "upsert") throw new Error("not an upsert");
  return upsertKey(pool, request, opener.actor);
}

function resolve(pool: Pool, more: object = {}) {
  const request = vaultRequest.parse({
    op: "resolve",
    provider: "openai",
    purpose: "a test",
    ...more,
  });
  if (request.op !== "resolve" || "grant" in request) throw new Error("not a lookup");
  return openByFields(pool, opener, request);
}

async function onOwner<T>(arena: Arena, use: (sql: ReturnType<typeof connect>) => Promise<T>) {
  const sql = connect(arena.url);
  try {
    return await use(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function reserve(arena: Arena, number: number, keyId: string) {
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
  return onOwner(
    arena,
    (sql) =>
      sql`insert into cogo.reservations (decision_id, attempt, tenant_id, model_id, key_id, estimate_nano, grant_hash, grant_expires_at, expires_at, created_at)
      values (${id}, 1, cogo.default_tenant(), 1, ${keyId}, 1, ${
        grantHash(`grant-number-${number}`)
      }, now() + interval '1 minute', now() + interval '1 minute', now())`,
  );
}

Deno.test("vault: on a native server", async (test) => {
  const names = { KEK_one: random(), KEK_two: random(), KEY_CHECKSUM_KEY: random() };
  for (const [name, value] of Object.entries(names)) Deno.env.set(name, value);
  const appEnv = Deno.env.get("APP_ENV");
  Deno.env.delete("APP_ENV");
  const arena = await openArena(0, {
    max_connections: 60,
    log_statement: "all",
    log_min_duration_statement: 0,
  });
  const pool = openPool({ url: arena.url, max: 20, timeoutMs: 5_000 });
  try {
    await registerKek(pool, "one", opener.actor);

    await test.step("bad-input: an upsert race of 20 makes 20 versions, one of them active", async () => {
      const values = Array.from({ length: 20 }, (_, nth) => `${canary}-race-${nth}`);
      await Promise.all(values.map((value) => add(pool, value)));
      const rows = await onOwner(
        arena,
        (sql) => sql`select version, state from cogo.secure_keys order by version`,
      );
      assert.deepEqual(rows.map((row) => row.version), values.map((_, nth) => nth + 1));
      assert.equal(rows.filter((row) => row.state === "active").length, 1);
      const same = await Promise.all(values.map(() => add(pool, canary)));
      assert.equal(new Set(same.map(({ id }) => id)).size, 1, "the same secret is kept once");
      assert.equal(same.filter(({ created }) => created).length, 1);
    });

    await test.step("bad-input: a locked audit table releases nothing, in bounded time", async () => {
      const { id } = await add(pool, canary);
      await reserve(arena, 1, id);
      await onOwner(arena, (sql) =>
        sql.begin(async (lock) => {
          await lock`lock table cogo.secure_keys_audit in access exclusive mode`;
          const begun = performance.now();
          const ends = await Promise.allSettled([
            openGrant(pool, opener, { grant: "grant-number-1" }),
            resolve(pool),
          ]);
          for (const end of ends) {
            if (end.status === "fulfilled") throw new Error("released");
            assert(end.reason instanceof CallError);
            assert.equal(end.reason.status, 503);
          }
          assert(performance.now() - begun < 8_000);
        }));
      const [row] = await onOwner(arena, (sql) => sql`select state from cogo.reservations`);
      assert.equal(row?.state, "reserved");
      const opened = await openGrant(pool, opener, { grant: "grant-number-1" });
      assert.equal("value" in opened && opened.value, canary);
    });

    await test.step("bad-input: a crash between audit and release leaves the audit row and no key", async () => {
      const { id } = await add(pool, canary);
      await reserve(arena, 2, id);
      const hash = grantHash("grant-number-2");
      const before = { grant_hash: hash, tenant_id: null, agent_id: null, actor: opener.actor };
      const opened = await pool.callInside("open_grant", before) as { opening: number };
      await arena.server.kill9();
      await assert.rejects(pool.callInside("read_key", { opening: opened.opening }), CallError);
      await arena.server.restart();
      const [row] = await onOwner(
        arena,
        (sql) => sql`select ok from cogo.secure_keys_audit where audit_id = ${opened.opening}`,
      );
      assert.equal(row?.ok, true, "the opening was durable before anything was released");
      const again = await openGrant(pool, opener, { grant: "grant-number-2" });
      assert.equal("value" in again && again.value, canary);
    });

    await test.step("a rewrap that is killed half-way goes on, and needs the old KEK no more", async () => {
      for (let nth = 0; nth < 12; nth++) await add(pool, `${canary}-${nth}`, { alias: `a${nth}` });
      await registerKek(pool, "two", opener.actor);
      await pool.callInside("activate_kek", { kek_id: "two", actor: opener.actor });
      const [{ left: whole }] = [await rewrapBatch(pool, 5, opener.actor)];
      assert(whole > 5);
      const dying = rewrapBatch(pool, 5, opener.actor).catch(() => undefined);
      await arena.server.kill9();
      await dying;
      await arena.server.restart();
      let left = 1;
      while (left > 0) ({ left } = await rewrapBatch(pool, 7, opener.actor));
      await pool.callInside("destroy_kek", { kek_id: "one", actor: opener.actor });
      Deno.env.delete("KEK_one");
      forgetKeks();
      forgetDeks();
      const opened = await resolve(pool, { alias: "a7" });
      assert.equal("value" in opened && opened.value, `${canary}-7`);
      const rows = await onOwner(
        arena,
        (sql) => sql`select count(*)::integer as old from cogo.secure_keys where kek_id <> 'two'`,
      );
      assert.equal(rows[0]?.old, 0);
    });

    await test.step("a dump of the database and its logs, without the KEK, give no key", () =>
      tryToSteal(arena));

    await test.step("the audit holds after crashes, and the engine is healthy", async () => {
      await onOwner(arena, (sql) => sql`select cogo.seal_audit()`);
      assert.deepEqual(await pool.callAs(null, "verify_audit", {}), []);
      const found = await onOwner(arena, (sql) => sql`select * from cogo.verify()`);
      assert.deepEqual([...found], []);
    });
  } finally {
    await pool.close();
    await arena.close();
    for (const name of Object.keys(names)) Deno.env.delete(name);
    if (appEnv !== undefined) Deno.env.set("APP_ENV", appEnv);
    forgetKeks();
    forgetDeks();
  }
});

/** What a thief with a dump and the server's log would try. */
async function tryToSteal(arena: Arena): Promise<void> {
  const dump = await onOwner(arena, async (sql) => {
    const tables = await sql`select oid::regclass::text as name from pg_class
      where relkind = 'r' and relnamespace = 'cogo'::regnamespace`;
    const rows = await Promise.all(
      tables.map(({ name }) => sql.unsafe(`select to_jsonb(one)::text as row from ${name} as one`)),
    );
    return rows.flatMap((all) => all.map(({ row }) => String(row))).join("\n");
  });
  const log = await Deno.readTextFile(arena.server.logFile);
  assert(log.includes("write_key"), "the log holds the calls");
  const bytes = Buffer.from(canary);
  for (const form of [canary, bytes.toString("hex"), bytes.toString("base64").slice(0, 24)]) {
    assert(!dump.includes(form), "the dump does not hold the key");
    assert(!log.includes(form), "the log does not hold the key");
  }
  const rows = await onOwner(
    arena,
    (sql) => sql`select * from cogo.secure_keys where state <> 'shredded' limit 3`,
  );
  const guesses = [...dump.matchAll(/[0-9a-f]{64}/g)].slice(0, 500).map(([hex]) =>
    Buffer.from(hex!, "hex")
  );
  for (const row of rows) {
    const parts: Buffer[] = [row.ciphertext, row.wrapped_dek, row.checksum, Buffer.alloc(32)];
    const windows = parts.flatMap((part) =>
      Array.from({ length: Math.max(0, part.length - 31) }, (_, at) => part.subarray(at, at + 32))
    );
    for (const guess of [...windows, ...guesses]) {
      const raw = Uint8Array.from(guess);
      const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
      for (const [iv, sealed] of [[row.iv, row.ciphertext], [row.dek_iv, row.wrapped_dek]]) {
        await assert.rejects(
          crypto.subtle.decrypt({ name: "AES-GCM", iv: Uint8Array.from(iv) }, key, sealed),
        );
      }
    }
  }
}

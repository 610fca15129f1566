import assert from "@std/assert";
import postgres from "postgres";
import { startPostgres } from "../../../scripts/postgres/start_postgres.ts";
import { CallError } from "../worker/transport.ts";
import { openPool } from "./pool.ts";

const schema = `
create schema api; create schema cogo;
create function api.who(word text, list text[] default '{}', body jsonb default null) returns jsonb language sql as
  $$select jsonb_build_object('word', word, 'list', list, 'body', body, 'claims', nullif(current_setting('request.jwt.claims', true), '')::jsonb)$$;
create function api.refuse() returns jsonb language plpgsql as
  $$begin raise sqlstate 'PT409' using message = 'Cannot: no', detail = 'key_conflict', hint = 'Next.'; end$$;
create function api.sleep(seconds double precision) returns jsonb language sql as $$select to_jsonb(pg_sleep(seconds)::text)$$;
create function cogo.inside(bytes bytea) returns jsonb language sql as $$select to_jsonb(encode(bytes, 'hex'))$$;
`;

async function failureOf(call: Promise<unknown>): Promise<CallError> {
  const failure = await call.then(() => undefined, (thrown: unknown) => thrown);
  if (!(failure instanceof CallError)) throw new Error(`not a CallError: ${failure}`);
  return failure;
}

/** How many calls of `sleep` the server is at. */
async function sleepers(url: string): Promise<number> {
  const sql = postgres(url, { max: 1 });
  try {
    const [row] = await sql`select count(*) from pg_stat_activity
      where state = 'active' and wait_event = 'PgSleep'`;
    return Number(row?.["count"]);
  } finally {
    await sql.end();
  }
}

Deno.test("pool: a call runs with its claims, refusals are typed, and a killed server is told in bounded time", async (test) => {
  const server = await startPostgres();
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql.unsafe(schema);
  await sql.end();
  const pool = openPool({ url: server.url, max: 2, timeoutMs: 2_000 });
  try {
    await test.step("arguments and claims arrive as they are, and claims do not stay", async () => {
      const word = `it's "q" \\ {x} \u{1F511}`;
      const body = { a: [1, null, "x'"] };
      const claims = { tenant_id: "t", role: "authenticated" };
      const told = await pool.callAs(claims, "who", { word, list: ['a"b', "c\\d", "e,f"], body });
      assert.deepEqual(told, { word, list: ['a"b', "c\\d", "e,f"], body, claims });
      const bare = await pool.callAs(null, "who", { word, list: undefined });
      assert.deepEqual(bare, { word, list: [], body: null, claims: null });
    });
    await test.step("bytes reach a function that no API serves", async () => {
      assert.equal(await pool.callInside("inside", { bytes: new Uint8Array([0, 255]) }), "00ff");
    });
    await test.step("a refusal carries status, word and hint", async () => {
      const { status, code, message, hint } = await failureOf(pool.callAs(null, "refuse", {}));
      assert.deepEqual([status, code, message, hint], [409, "key_conflict", "Cannot: no", "Next."]);
      assert.equal((await failureOf(pool.callAs(null, "nothing", {}))).status, 404);
    });
    await test.step("a name that is none is never sent", async () => {
      await assert.rejects(pool.callAs(null, "who(); --", {}), TypeError);
      await assert.rejects(pool.callAs(null, "who", { "word => 1) --": 1 }), TypeError);
    });
    await test.step("a slow call is given up and others go on", async () => {
      const slow = failureOf(pool.callAs(null, "sleep", { seconds: 3 }, 150));
      await pool.callAs(null, "who", { word: "" });
      assert.equal((await slow).code, "database_unreachable");
      for (let nth = 0; await sleepers(server.url) > 0; nth++) {
        if (nth === 50) throw new Error("the server goes on with what nobody waits for");
        await new Promise((done) => setTimeout(done, 20));
      }
      await pool.callAs(null, "who", { word: "" });
    });
    await test.step("kill -9 in the middle of calls: each ends as unreachable; after a restart calls work", async () => {
      const running = Array.from(
        { length: 8 },
        () => failureOf(pool.callAs(null, "sleep", { seconds: 30 })),
      );
      await new Promise((done) => setTimeout(done, 100));
      await server.kill9();
      const begun = performance.now();
      for (const failure of await Promise.all(running)) {
        assert.deepEqual([failure.status, failure.code], [503, "database_unreachable"]);
      }
      const dead = await failureOf(pool.callAs(null, "who", { word: "" }));
      assert.equal(dead.code, "database_unreachable");
      assert(performance.now() - begun < 5_000, "bounded");
      await server.restart();
      const told = await pool.callAs(null, "who", { word: "back" }) as { word: string };
      assert.equal(told.word, "back");
    });
  } finally {
    await pool.close();
    await server.stop();
  }
});

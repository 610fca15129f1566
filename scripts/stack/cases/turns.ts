import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { callRpc, type Case, type TestStack } from "../test_stack.ts";

const connect = ({ stack }: TestStack) =>
  postgres(stack.file.db_url, { max: 1, onnotice: () => {} });

const asOperator = ({ stack }: TestStack) => ({ apikey: stack.file.secret_key });

async function notesLike(test: TestStack, pattern: string): Promise<string[]> {
  const rows = await test.stack.database.executor.query(
    "select body from cogo.notes where body like $1 order by id",
    [pattern],
  );
  return rows.map((row) => String(row.body));
}

/** REST and wire clients on the one session. */
export const turnCases: Case[] = [
  ["a rollback over the wire undoes only its own work", async (test) => {
    const sql = connect(test);
    const held = await sql.reserve();
    await held`begin`;
    await held`insert into cogo.notes (body) values ('rollback: over the wire')`;
    const rest = callRpc(test, "write_note", asOperator(test), { body: "rollback: by REST" });
    await pause(300);
    await held`rollback`;
    assert.equal((await rest).status, 200);
    await (await rest).body?.cancel();
    held.release();
    await sql.end();
    assert.deepEqual(await notesLike(test, "rollback: %"), ["rollback: by REST"]);
  }],
  ["REST gives up with 503 and a hint while a transaction stays open", async (test) => {
    const sql = connect(test);
    const held = await sql.reserve();
    await held`begin`;
    await held`select 1`;
    const refused = await callRpc(test, "whoami", asOperator(test));
    assert.equal(refused.status, 503);
    assert.ok(refused.headers.get("retry-after"));
    const { details, hint } = await refused.json();
    assert.equal(details, "database_busy");
    assert.match(hint, /roll back/);
    await held`commit`;
    assert.equal(
      (await (await callRpc(test, "whoami", asOperator(test))).json()).role,
      "service_role",
    );
    held.release();
    await sql.end();
  }],
  ["another wire client waits, then hears why, and works again afterwards", async (test) => {
    const [first, second] = [connect(test), connect(test)];
    await second`select 1`;
    const held = await first.reserve();
    await held`begin`;
    await held`select 1`;
    await assert.rejects(second`select ${1}::int`, { code: "55P03" });
    await assert.rejects(second.unsafe("select 1").simple(), { code: "55P03" });
    await held`commit`;
    assert.equal((await second`select ${7}::int as seven`)[0]?.seven, 7);
    held.release();
    await Promise.all([first.end(), second.end()]);
  }],
  ["a client that hangs up in a transaction leaves nothing behind", async (test) => {
    const sql = connect(test);
    const held = await sql.reserve();
    await held`begin`;
    await held`insert into cogo.notes (body) values ('hung up')`;
    await sql.end({ timeout: 0 });
    const answer = await callRpc(test, "write_note", asOperator(test), { body: "after hang-up" });
    assert.equal(answer.status, 200);
    await answer.body?.cancel();
    assert.deepEqual(await notesLike(test, "hung up"), []);
  }],
  ["thirty callers of both kinds at once each get their own answer", async (test) => {
    const clients = [connect(test), connect(test), connect(test)];
    const overTheWire = clients.flatMap((sql, place) =>
      [1, 2, 3, 4, 5].map((turn) =>
        sql.begin(async (tx) => {
          await tx`insert into cogo.notes (body) values (${`crowd: wire ${place}-${turn}`})`;
          if (turn % 2 === 0) throw new Error("undo");
        }).catch(() => {})
      )
    );
    const byRest = Array.from({ length: 15 }, async (_, place) => {
      const body = `crowd: REST ${place}`;
      const answer = await callRpc(test, "write_note", asOperator(test), { body });
      assert.equal(answer.status, 200);
      await answer.body?.cancel();
    });
    await Promise.all([...overTheWire, ...byRest]);
    await Promise.all(clients.map((sql) => sql.end()));
    assert.equal((await notesLike(test, "crowd: REST %")).length, 15);
    assert.equal((await notesLike(test, "crowd: wire %")).length, 9);
  }],
  ["what a client SETs stays with it: role and search_path reach nobody else", async (test) => {
    const [first, second] = [connect(test), connect(test)];
    await first`set role anon`;
    await first`set search_path to 'cogo'`;
    await first`set request.jwt.claims to '{"role":"anon"}'`;
    const seen = async (sql: postgres.Sql) => {
      const [row] = await sql`select current_user as role, current_setting('search_path') as path,
        current_setting('request.jwt.claims', true) as claims`;
      return [row?.role, row?.path, row?.claims || null];
    };
    assert.deepEqual(await seen(second), ["postgres", "public", null]);
    const [own] = await test.stack.database.executor.query("select current_user as role");
    assert.equal(own?.role, "postgres");
    assert.deepEqual(await seen(first), ["anon", "cogo", '{"role":"anon"}']);
    await Promise.all([first.end(), second.end()]);
  }],
];

// needs: a native server
import assert from "@std/assert";
import type { Sql } from "postgres";
import { allScopes } from "../../functions/_shared/access/scopes.ts";
import { openArena } from "./arena.ts";
import { openCaller } from "./fuzz/callers.ts";

const tenants = [1, 2].map((nth) => `aaaaaaaa-0000-4000-8000-00000000000${nth}`);

function agentOf(url: string, tenant: string, nth: number): Promise<Sql> {
  const agent_id = `dddddddd-0000-4000-8000-00000000000${nth}`;
  return openCaller(url, "authenticated", {
    role: "authenticated",
    sub: agent_id,
    agent_id,
    tenant_id: tenant,
    scopes: [...allScopes],
  });
}

const enqueue = (sql: Sql, count: number, key: string) =>
  sql`select count(*) from generate_series(1, ${count}::integer) as nth,
    lateral api.enqueue_job('held.work', idempotency_key => ${key} || nth) as made`;

interface Hold {
  job_id: string;
  fence: string;
}
const claim = (sql: Sql, want: number) =>
  sql<Hold[]>`select job_id, fence from api.claim_jobs('w', ${want}::integer, start => true)`;
const finish = (sql: Sql, holds: Hold[]) =>
  sql`select outcome from api.complete(${holds.map(({ job_id }) => job_id)}::bigint[],
    ${holds.map(({ fence }) => fence)}::bigint[])`;

Deno.test("an agent that keeps a transaction open does not stop the work of others", async (test) => {
  const arena = await openArena(0);
  const open: Sql[] = [];
  const agent = async (tenant: number, nth: number) => {
    const sql = await agentOf(arena.url, tenants[tenant]!, nth);
    open.push(sql);
    return sql;
  };
  try {
    const holder = await agent(0, 1);
    const others = [await agent(0, 2), await agent(1, 3)];
    for (const sql of [holder, ...others]) await enqueue(sql, 20, "before");
    await holder`begin`;
    await enqueue(holder, 5, "held");
    const held = await claim(holder, 5);
    await finish(holder, held.slice(0, 3));
    for (const [nth, sql] of others.entries()) {
      const whose = nth === 0 ? "a colleague" : "another tenant";
      await test.step(`${whose} enqueues, claims and completes without waiting for a lock`, async () => {
        await sql`set lock_timeout = '500ms'`;
        await enqueue(sql, 5, "after");
        const holds = await claim(sql, 5);
        assert.equal(holds.length, 5);
        const told = await finish(sql, holds);
        assert.deepEqual(told.map(({ outcome }) => outcome), Array(5).fill("succeeded"));
      });
    }
    await test.step("who sends the very key that is held waits no longer than its lock_timeout", async () => {
      const begun = performance.now();
      await assert.rejects(async () => await enqueue(others[0]!, 1, "held"), /lock timeout/);
      assert.ok(performance.now() - begun < 5000);
    });
    await holder`rollback`;
    await arena.demandHealthy();
  } finally {
    for (const sql of open) await sql.end({ timeout: 1 });
    await arena.close();
  }
});

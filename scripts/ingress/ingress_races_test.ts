// needs: a native Postgres
import assert from "@std/assert";
import { openArena } from "../chaos/arena.ts";
import { findServers } from "../postgres/find_servers.ts";

const ignore = findServers().length === 0;
const tenant = "11111111-1111-4111-8111-111111111111";

Deno.test({ name: "requests from outside race each other", ignore }, async (t) => {
  const arena = await openArena(8);
  const { owner, sessions } = arena;
  const bring = (sql: typeof owner, job: object, agent: number) => {
    const agent_id = `33333333-3333-4333-8333-00000000000${agent}`;
    const claims = { role: "authenticated", tenant_id: tenant, agent_id, scopes: ["jobs:write"] };
    return sql.begin(async (inside) => {
      await inside`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
      const [row] = await inside`
        select cogo.ingress_enqueue(${inside.json(job as never)}, null, '192.0.2.1') as told`;
      return row?.["told"] as { job_id?: string; created?: boolean; refused?: { status: number } };
    });
  };
  try {
    await t.step(
      "of forty at once the rate of their tenant lets in five, and no more",
      async () => {
        await owner`select api.set_ingress_limit('tenant', 5, 3600, ${tenant})`;
        const told = (await Promise.all(
          Array.from(
            { length: 5 },
            () => Promise.all(sessions.map((sql, nth) => bring(sql, { type: "demo.echo" }, nth))),
          ),
        )).flat();
        const taken = told.filter(({ job_id }) => job_id !== undefined);
        assert.equal(taken.length, 5);
        assert.ok(
          told.every(({ job_id, refused }) => job_id !== undefined || refused?.status === 429),
        );
      },
    );

    await t.step("a limit that is raised holds from now on, whatever was used before", async () => {
      await owner`select api.set_ingress_limit('tenant', null, 60, ${tenant})`;
      assert.equal((await bring(owner, { type: "demo.echo" }, 0)).refused?.status, 429);
      await arena.moveClock("1 second");
      assert.ok((await bring(owner, { type: "demo.echo" }, 0)).job_id);
    });

    await t.step("a key that is sent eight times at once is one job", async () => {
      await arena.moveClock("60 seconds");
      const job = { type: "demo.echo", idempotency_key: "once" };
      const told = await Promise.all(sessions.map((sql, nth) => bring(sql, job, nth)));
      assert.equal(new Set(told.map(({ job_id }) => job_id)).size, 1);
      assert.equal(told.filter(({ created }) => created).length, 1);
    });

    await t.step(
      "a delivery that comes eight times at once is one job, and all are told which",
      async () => {
        const [hook] = await owner`
        select api.set_inbound_hook('shop', 'standard', 'demo.paid') ->> 'hook_id' as id`;
        const id = String(hook?.["id"]);
        for (let round = 0; round < 10; round++) {
          const told = await Promise.all(sessions.map(async (sql) => {
            const [row] = await sql`
            select cogo.receive_hook(${id}, ${`d-${round}`}, '{order.paid}', '{}') as told`;
            return row?.["told"] as { job_id: string; created: boolean };
          }));
          assert.equal(new Set(told.map(({ job_id }) => job_id)).size, 1);
          assert.equal(told.filter(({ created }) => created).length, 1);
        }
      },
    );

    await t.step("ends that are told by eight at once are told once", async () => {
      await owner`select cogo.tend_events()`;
      for (let nth = 0; nth < 20; nth++) {
        await owner`select cogo.ingress_enqueue('{"type": "demo.echo"}', 'https://example.com/in', null)`;
      }
      await owner`select count(*) from cogo.cancel_jobs(array(select job_id from cogo.ingress_callbacks), false, null)`;
      for (let round = 0; round < 4; round++) {
        await Promise.all(sessions.map((sql) => sql`select cogo.tend_events()`));
      }
      const [row] = await owner`
        select count(*)::integer as told from cogo.messages where type = 'ingress.job_cancelled'`;
      assert.equal(row?.["told"], 20);
    });

    await t.step("and the engine is healthy", async () => {
      assert.deepEqual([...await owner`select * from cogo.verify()`], []);
    });
  } finally {
    await arena.close();
  }
});

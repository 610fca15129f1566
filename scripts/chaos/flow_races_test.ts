import { setTimeout as pause } from "node:timers/promises";
import assert from "@std/assert";
import { type Arena, openArena } from "./arena.ts";
import { claim, complete, type Hold } from "./calls.ts";
import { flowDefinitions } from "./flow_definitions.ts";
import { deadlocks, finish, open, start, states, work } from "./flow_racers.ts";
import { seededRandom } from "./random.ts";

const random = seededRandom(17);

async function withFlows(body: (arena: Arena) => Promise<void>): Promise<void> {
  const arena = await openArena(8);
  try {
    for (const definition of flowDefinitions) {
      await arena.owner`select api.register_workflow(${arena.owner.json(definition)}::jsonb)`;
    }
    await body(arena);
    await arena.demandHealthy();
    assert.equal(await deadlocks(arena.owner), 0, "no session was the victim of a deadlock");
  } finally {
    await arena.close();
  }
}

Deno.test("eight sessions end the steps of the same runs, in crossing order, and no run hangs", async (t) => {
  await withFlows(async (arena) => {
    const { owner, sessions } = arena;

    await t.step("twenty steps that end at once start what comes after them once", async () => {
      for (let round = 0; round < 6; round++) {
        await start(owner, "race.fan", 4);
        await complete(owner, await claim(owner, 10));
        const holds: Hold[][] = [];
        for (const sql of sessions) holds.push(await claim(sql, 10));
        await Promise.all(sessions.map(async (sql, nth) => {
          const mine = random.some(holds[nth]!, 10);
          await complete(sql, mine);
          await complete(sql, holds[nth]!.filter((hold) => !mine.includes(hold)));
        }));
        const last = await claim(owner, 100);
        assert.equal(last.length, 4, "each run's last step, once");
        await complete(owner, last);
      }
      assert.deepEqual(await states(owner), { "race.fan succeeded": 24 });
      await arena.demandHealthy();
    });

    await t.step("nested runs, failures, cancels and kills: every run ends", async () => {
      await start(owner, "race.parent", 30);
      await start(owner, "race.saga", 30);
      const stop = new AbortController();
      let busy = true;
      const killer = (async () => {
        while (busy) {
          await pause(60);
          await owner`
            select pg_terminate_backend(pid) from pg_stat_activity
            where usename is not null and query like '%api.%' and pid <> pg_backend_pid() and backend_type = 'client backend'
            order by random() limit 1`;
        }
      })();
      const workers = sessions.map(() => work(arena, random, stop.signal));
      const until = performance.now() + 2500;
      while (performance.now() < until) {
        await owner`select cogo.sweep()`;
        const [some] = await owner`
          select cogo.uuid_v7(created_at, id) as id from cogo.workflows
          where finished_at is null order by random() limit 1`;
        if (some !== undefined && random.next() < 0.2) {
          await owner`select api.cancel_workflow(${some.id})`;
        }
        await owner`
          select api.cancel_jobs(array(
            select job_id from cogo.step_jobs where role = 'action' order by random() limit 2
          ), hard => true) where random() < 0.3`;
        await pause(20);
      }
      busy = false;
      await killer;
      stop.abort();
      await Promise.all(workers);
      await finish(arena);
      assert.equal(await open(owner), 0, "every run has ended");
      const ended = Object.keys(await states(owner)).filter((state) =>
        !/ (succeeded|cancelled|compensated|failed)$/.test(state)
      );
      assert.deepEqual(ended, []);
    });
  });
});

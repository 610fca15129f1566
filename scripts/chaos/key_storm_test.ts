import assert from "@std/assert";
import { openArena } from "./arena.ts";
import { stormKeys } from "./key_storm.ts";
import { outliveLostConnections } from "../postgres/lost_connections.ts";

outliveLostConnections();

Deno.test("a key of one never has two holders at once, and no permit is lost, whoever dies", async () => {
  const arena = await openArena(0, { max_connections: 100 });
  try {
    const storm = await stormKeys(arena, {
      workers: 64,
      jobs: 1200,
      keys: 30,
      seconds: 3,
      seed: 1,
    });
    assert.deepEqual([storm.lost, storm.doubled, storm.permits_left], [0, 0, 0]);
    assert.ok(storm.killed > 0);
    const order = await arena.owner`
      select count(*)::int as wrong from (
        select job.concurrency_key, job.id, final.finished_at,
          lag(final.finished_at) over (partition by job.concurrency_key order by job.id) as before
        from cogo.jobs as job join cogo.attempts as final on final.job_id = job.id and final.final
        where job.type = 'chaos.strict'
      ) as ended where finished_at < before`;
    assert.equal(order[0]?.wrong, 0, "strict keys end in their order");
    await arena.demandHealthy();
  } finally {
    await arena.close();
  }
});

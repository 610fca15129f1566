import assert from "@std/assert";
import { openArena } from "./arena.ts";
import { claim, complete, enqueue, enqueueMany, fail } from "./calls.ts";
import { seededRandom } from "./random.ts";

const random = seededRandom(11);

Deno.test("retention beside running work drops what is old and nothing else", async (t) => {
  const arena = await openArena(10);
  const { owner, sessions } = arena;
  const [maker, first, second, dropper, other, redriver, waiter, locker] = sessions;
  const drop = (sql: typeof owner) => sql`select cogo.drop_closed(200)`;
  let made = 0;
  try {
    await owner`
      select api.register_job_type('chaos.*', keep_succeeded_seconds => 3600, keep_failed_seconds => 3600)`;

    await t.step("while jobs are made, done, redriven, waited for and discarded", async () => {
      let dead: string[] = [];
      let closed: string[] = [];
      for (let round = 0; round < 40; round++) {
        await arena.moveClock("10 minutes");
        made += (await enqueueMany(maker!, 40)).length;
        const holds = await claim(first!, 40);
        const ends = [holds.slice(0, 25), holds.slice(25)] as const;
        const keyed = { type: "chaos.keyed", idempotency_key: `key-${round % 20}` };
        const after = closed.length === 0 ? [] : random.some(closed, 3).map(Number);
        const [, , , , redriven, waited, keys] = await Promise.all([
          complete(first!, ends[0]),
          fail(second!, ends[1], "permanent"),
          drop(dropper!),
          drop(other!),
          redriver!`select * from api.redrive_dead_letters(${random.some(dead, 5)}::bigint[])`,
          enqueue(waiter!, [{ type: "chaos.after", after }]).catch((error) => {
            assert.match(String(error), /there is no job/);
            return [];
          }),
          enqueue(locker!, [keyed]),
          owner`select cogo.fold_events()`,
          owner`select * from api.discard_dead_letters(${random.some(dead, 3)}::bigint[], 'chaos')`,
        ]);
        made += redriven.filter((row) => row.outcome === "redriven").length + waited.length;
        assert.equal(keys.length, 1);
        dead = ends[1].map((hold) => hold.job_id);
        closed = ends[0].map((hold) => hold.job_id);
        if (round % 10 === 9) await arena.demandHealthy();
      }
      const [counts] = await owner`
        select (select count(*)::int from cogo.jobs) as kept, dropped_jobs::int as dropped,
          (select count(*)::int from cogo.jobs where type = 'chaos.keyed') as keyed
        from cogo.retention`;
      // Each key made one job in its first round, and twenty rounds later none.
      assert.equal(counts!.kept + counts!.dropped, made + 20);
      assert.ok(counts!.dropped > 100, "something was dropped");
    });

    await t.step("a wait for a job that is dropped at that moment ends", async () => {
      for (let round = 0; round < 20; round++) {
        const [needed] = await enqueue(maker!, [{ type: "chaos.job", priority: "urgent" }]);
        for (
          let held = await claim(first!, 100);
          held.length > 0;
          held = await claim(first!, 100)
        ) {
          await complete(first!, held);
        }
        await owner`select cogo.fold_events()`;
        await owner`select cogo.fold_events()`;
        await arena.moveClock("2 hours");
        const [waiting] = await Promise.all([
          enqueue(waiter!, [{ type: "chaos.after", after: [Number(needed)] }]).catch(() => []),
          drop(dropper!),
        ]);
        await drop(dropper!);
        const held = await claim(first!, 10);
        assert.deepEqual(held.map((hold) => hold.job_id), waiting);
        await complete(first!, held);
      }
      await arena.demandHealthy();
    });

    await t.step("in the end nothing is left", async () => {
      await arena.moveClock("30 days");
      await owner`select cogo.fold_events()`;
      await owner`select cogo.fold_events()`;
      for (let round = 0; round < 200; round++) {
        const [row] = await owner`select cogo.drop_closed(100000) as answer`;
        if (row!.answer.jobs + row!.answer.events === 0) break;
      }
      const [left] = await owner`
        select (select count(*)::int from cogo.jobs) as jobs, (select count(*)::int from cogo.events) as events,
          (select count(*)::int from cogo.attempts) as attempts, (select count(*)::int from cogo.kept_back) as kept`;
      const [open] = await owner`
        select count(*)::int as jobs from cogo.job_states where state = 'queued'`;
      assert.deepEqual(left, { jobs: open!.jobs, events: left!.events, attempts: 0, kept: 0 });
      const [orphans] = await owner`
        select count(*)::int as events from cogo.events as event
        where not exists (select from cogo.jobs as job where job.id = any(event.job_ids))`;
      assert.equal(orphans!.events, 0);
      await arena.demandHealthy();
    });
  } finally {
    await arena.close();
  }
});

import assert from "@std/assert";
import { openArena } from "./arena.ts";
import { claim, complete, enqueueMany } from "./calls.ts";

Deno.test("registered workers race themselves and the sweep", async (t) => {
  const arena = await openArena(12);
  const { owner, sessions } = arena;
  const [first, second, third] = sessions;
  try {
    await t.step(
      "one worker that calls from many sessions never holds more than it may",
      async () => {
        await owner`select api.register_worker('many', prefetch_max => 7)`;
        await enqueueMany(owner, 600);
        for (let round = 0; round < 25; round++) {
          const turns = await Promise.all(sessions.map((sql) => claim(sql, 5, "many")));
          const held = turns.flat();
          assert.ok(held.length > 0 && held.length <= 7, `${held.length} held`);
          await complete(first!, held);
        }
        await arena.demandHealthy();
      },
    );

    await t.step("nor takes more than its minute brings", async () => {
      await owner`select api.register_worker('paced', max_per_minute => 60)`;
      const turns = await Promise.all(sessions.map((sql) => claim(sql, 4, "paced")));
      const more = [];
      for (let nth = 0; nth < 10; nth++) more.push(...await claim(first!, 4, "paced"));
      const held = [...turns.flat(), ...more];
      assert.ok(held.length >= 10 && held.length <= 12, `${held.length} in the first seconds`);
      await complete(first!, held);
    });

    await t.step("registering at once from many sessions makes one worker", async () => {
      await Promise.all(sessions.map((sql) => sql`select api.register_worker('twin')`));
      const rows = await owner`select * from api.list_workers() where worker = 'twin'`;
      assert.equal(rows.length, 1);
    });

    await t.step("an orphan's end and its last words: one of them wins", async () => {
      for (let round = 0; round < 30; round++) {
        await owner`select api.register_worker('dying', beat_seconds => 10)`;
        const held = await claim(first!, 5, "dying");
        assert.equal(held.length, 5);
        await arena.moveClock("25 seconds");
        const [answers] = await Promise.all([
          complete(first!, held),
          second!`select cogo.sweep()`,
          third!`select api.work('dying')`,
          sessions[3]!`select api.unregister_worker('dying')`,
        ]);
        await second!`select cogo.sweep()`;
        for (const { job_id, outcome } of answers) {
          const rows = await owner`select outcome from cogo.attempts where job_id = ${job_id}`;
          const expected = outcome === "succeeded" ? "succeeded" : "lease_expired";
          assert.deepEqual(rows.map((row) => row.outcome), [expected]);
        }
      }
      await arena.demandHealthy();
    });
  } finally {
    await arena.close();
  }
});

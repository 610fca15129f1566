import assert from "@std/assert";
import { openArena } from "./arena.ts";
import { claim, complete, enqueue, enqueueMany } from "./calls.ts";
import { seededRandom } from "./random.ts";

const random = seededRandom(7);

Deno.test("enqueues race each other and what they wait for", async (t) => {
  const arena = await openArena(32);
  const { owner, sessions } = arena;
  const [one, two, three, four] = sessions as [
    typeof owner,
    typeof owner,
    typeof owner,
    typeof owner,
  ];
  try {
    await t.step("one key from 32 sessions at once makes one job", async () => {
      for (let round = 0; round < 20; round++) {
        const job = { type: "chaos.keyed", idempotency_key: `one-${round}`, payload: { round } };
        const answers = await Promise.all(sessions.map((sql) => enqueue(sql, [job])));
        assert.equal(new Set(answers.flat()).size, 1);
      }
      const [row] = await owner`select count(*)::int as jobs from cogo.jobs`;
      assert.equal(row?.jobs, 20);
    });

    await t.step("batches that share keys in any order never lock each other out", async () => {
      const keyed = Array.from({ length: 60 }, (_, nth) => ({
        type: "chaos.keyed",
        idempotency_key: `shared-${nth}`,
        payload: { nth },
      }));
      for (let round = 0; round < 5; round++) {
        const jobs = keyed.map((job) => ({
          ...job,
          idempotency_key: `${job.idempotency_key}-${round}`,
        }));
        await Promise.all(sessions.map((sql) => enqueue(sql, random.some(jobs, 40))));
      }
      const [row] = await owner`
        select count(*)::int as jobs, count(distinct payload)::int as bodies
        from cogo.jobs where payload ? 'nth'`;
      assert.ok((row?.jobs ?? 0) <= 300);
      const [keys] = await owner`select count(*)::int as keys from cogo.idempotency_keys`;
      const [jobs] = await owner`select count(*)::int as jobs from cogo.jobs`;
      assert.equal(keys?.keys, jobs?.jobs);
      await arena.demandHealthy();
    });

    await t.step("a job enqueued while what it needs completes still runs", async () => {
      for (let holds = await claim(one, 1000); holds.length > 0; holds = await claim(one, 1000)) {
        await complete(one, holds);
      }
      for (let round = 0; round < 60; round++) {
        const needed = await enqueueMany(owner, 6);
        const holds = await claim(one, 6);
        const after = (some: string[]) => [{ type: "chaos.after", after: some.map(Number) }];
        await Promise.all([
          complete(one, holds.slice(0, 3)),
          complete(two, holds.slice(3)),
          enqueue(three, after(needed)),
          enqueue(four, after(needed.slice(0, 1))),
          enqueue(sessions[4]!, after(needed.slice(4))),
          sessions[5]!`select cogo.sweep()`,
        ]);
        await one`select cogo.sweep()`; // heals a wake that was missed
        const woken = await claim(one, 10);
        assert.equal(woken.length, 3);
        await complete(one, woken);
      }
      await arena.demandHealthy();
    });
  } finally {
    await arena.close();
  }
});

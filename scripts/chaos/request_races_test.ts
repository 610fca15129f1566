// needs: a native Postgres
import assert from "@std/assert";
import { findServers } from "../postgres/find_servers.ts";
import { openArena } from "./arena.ts";

const rounds = 40;
const ignore = findServers().length === 0;

Deno.test({ name: "replies race the end of their time", ignore }, async (t) => {
  const arena = await openArena(5);
  const { owner, sessions } = arena;
  const [asker, other, worker, clock, canceller] = sessions as [
    typeof owner,
    typeof owner,
    typeof owner,
    typeof owner,
    typeof owner,
  ];
  const ask = async (type: string, cause: string | null = null) => {
    const [row] = await asker`
      select api.request(${type}, timeout_seconds => 5, cause => ${cause}::uuid) as told`;
    return row!.told as { job_id: number; request_id: string };
  };
  const hold = async () => {
    const [row] = await worker`
      select job_id::int, fence::int from api.claim_jobs('racer', 1, start => true)`;
    return row as unknown as { job_id: number; fence: number };
  };
  try {
    await t.step("one of them counts, and both ends are told the same", async () => {
      const states = new Set<string>();
      for (let round = 0; round < rounds; round++) {
        const { job_id } = await ask("race.reply");
        const { fence } = await hold();
        await arena.moveClock("6 seconds");
        const results = JSON.stringify([{ job_id, fence, result: { round } }]);
        const [told] = await Promise.all([
          worker`select outcome from api.complete_jobs(${results}::text::jsonb)`,
          asker`select api.get_reply(${job_id})`,
          other`select api.get_replies(array[${job_id}::bigint])`,
          clock`select cogo.tend_events()`,
          canceller`select * from api.cancel_jobs(array[${job_id}::bigint], true)`,
        ]);
        const [end] = await asker`select api.get_reply(${job_id}) ->> 'state' as state`;
        states.add(end!.state);
        const isReplied = told[0]!.outcome === "succeeded";
        assert.equal(end!.state === "replied", isReplied, `${told[0]!.outcome}, ${end!.state}`);
      }
      assert.ok(states.size >= 1, [...states].join());
      await arena.demandHealthy();
    });

    await t.step("what a request causes while it ends, ends no later", async () => {
      for (let round = 0; round < rounds; round++) {
        const { request_id } = await ask("race.parent");
        await arena.moveClock("5 seconds");
        const [child] = await Promise.all([
          ask("race.child", request_id).catch((error) => String(error.detail)),
          other`select cogo.tend_events()`,
          clock`select cogo.tend_events()`,
        ]);
        assert.equal(child, "request_timed_out");
      }
      await owner`select cogo.tend_events()`;
      const open = await owner`select from cogo.requests where timed_out_at is null`;
      assert.equal(open.length, 0);
      await arena.demandHealthy();
    });
  } finally {
    await arena.close();
  }
});

import assert from "@std/assert";
import type { Sql } from "postgres";
import { openArena, openSession } from "./arena.ts";
import { claim, complete, enqueueMany, release } from "./calls.ts";
import { pause, seededRandom } from "./random.ts";

const random = seededRandom(4);

/** Asks again and again until all lanes that should close are closed. */
async function close(sql: Sql, keep: number, moveTo: string | null): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const lanes = await sql`select state from api.close_lanes('gpu', ${keep}, ${moveTo})`;
    if (lanes.every(({ state }) => state === "closed")) return;
    await sql`select cogo.sweep()`;
    await pause(10);
  }
  throw new Error("the lanes did not close");
}

Deno.test("lanes open, shrink, move and close under load: no job is lost or done twice", async () => {
  const arena = await openArena(10);
  const { sessions, url } = arena;
  await arena.owner`select count(*) from api.open_lanes('gpu', 3)`;
  const changer = await openSession(url);
  let changing = true;
  let enqueued = 0;
  const done: string[] = [];

  const writer = async (sql: Sql) => {
    while (changing) {
      const count = random.between(1, 20);
      const inTransaction = random.next() < 0.2;
      if (inTransaction) await sql`begin`;
      const more = {
        executor: "gpu",
        tenant_id: `0000000${random.between(1, 9)}-0000-4000-8000-000000000000`,
      };
      await enqueueMany(sql, count, more);
      if (inTransaction) {
        await pause(random.between(0, 60));
        await enqueueMany(sql, 1, more);
        await sql`commit`;
      }
      enqueued += count + (inTransaction ? 1 : 0);
      await pause(random.between(1, 8));
    }
  };
  const takeOnce = async (sql: Sql, executor: string) => {
    const rows = await sql`
      select job_id, fence, attempt from api.claim_jobs(${`w${executor}`}, 30, ${executor}, true)`;
    const holds = rows.map((row) => ({
      job_id: String(row.job_id),
      fence: String(row.fence),
      attempt: Number(row.attempt),
    }));
    if (holds.length === 0) return 0;
    const back = random.next() < 0.2 ? holds.splice(0, 3) : [];
    if (back.length > 0) await release(sql, back);
    const answers = holds.length > 0 ? await complete(sql, holds) : [];
    done.push(...answers.filter(({ outcome }) => outcome === "succeeded").map((a) => a.job_id));
    return rows.length;
  };
  const worker = async (sql: Sql, executor: string) => {
    while (changing) if (await takeOnce(sql, executor) === 0) await pause(3);
  };
  const change = async () => {
    try {
      for (let round = 0; round < 2; round++) {
        await pause(300);
        await close(changer, 1, null);
        await changer`select count(*) from api.open_lanes('gpu', 3)`;
        await pause(200);
        await close(changer, 0, "quality");
        await pause(200);
        await changer`select count(*) from api.open_lanes('gpu', 2)`;
      }
    } finally {
      changing = false;
    }
  };

  try {
    const roles = [0, 1, 2, 3].map((at) => writer(sessions[at]!));
    const workers = ["gpu", "gpu", "gpu", "quality", "quality"].map((executor, at) =>
      worker(sessions[4 + at]!, executor)
    );
    await Promise.all([change(), ...roles, ...workers]);
    for (const executor of ["gpu", "quality"]) {
      while (await takeOnce(sessions[9]!, executor) > 0);
      await arena.owner`select cogo.sweep()`;
      while (await takeOnce(sessions[9]!, executor) > 0);
    }
    assert.equal((await claim(sessions[9]!, 1)).length, 0, "nothing strays into another executor");
    assert.ok(enqueued > 300, `only ${enqueued} jobs were enqueued`);
    assert.equal(done.length, enqueued);
    assert.equal(new Set(done).size, enqueued);
    await arena.demandHealthy();
  } finally {
    await changer.end({ timeout: 1 });
    await arena.close();
  }
});

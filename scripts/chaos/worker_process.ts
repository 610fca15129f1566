// A worker as a process of its own, made to be killed: WORKER_NAME and DATABASE_URL tell the rest.
import { openSession } from "./arena.ts";
import { claim, complete, fail, type Hold } from "./calls.ts";
import { outliveLostConnections } from "./lost_connections.ts";
import { pause } from "./random.ts";

const url = Deno.env.get("DATABASE_URL") ?? "";
const name = Deno.env.get("WORKER_NAME") ?? "worker";

/**
 * What the jobs "do": a row for each job and fence, in a table without keys, so that nothing but the
 * engine keeps an effect from happening twice under one fence.
 */
async function work(): Promise<void> {
  const sql = await openSession(url);
  try {
    for (let nth = 0;; nth++) {
      const holds: Hold[] = await claim(sql, 1 + nth % 40, name);
      if (holds.length === 0) {
        await pause(20);
        continue;
      }
      const ids = holds.map((hold) => hold.job_id);
      const fences = holds.map((hold) => hold.fence);
      await sql`
        insert into public.effects (job_id, fence, worker)
        select effect.job_id, effect.fence, ${name}
        from unnest(${ids}::bigint[], ${fences}::bigint[]) as effect (job_id, fence)`;
      await pause(Math.random() * 80); // long enough to be killed in the middle
      const failing = nth % 17 === 0 ? holds.filter((hold) => hold.attempt === 1) : [];
      if (failing.length > 0) await fail(sql, failing, "transient");
      const rest = holds.filter((hold) => !failing.includes(hold));
      if (rest.length > 0) await complete(sql, rest);
      if (nth % 5 === 0) await complete(sql, rest); // as after an answer that was lost
    }
  } finally {
    await sql.end({ timeout: 1 }).catch(() => {});
  }
}

outliveLostConnections();
while (true) {
  try {
    await work();
  } catch { /* the server or the session was killed: try again, as a worker would */ }
  await pause(100);
}

// A worker as a process of its own, made to be killed: WORKER_NAME and DATABASE_URL tell the rest.
import { openSession } from "./arena.ts";
import { complete, fail } from "./calls.ts";
import { claimWork, isToFail, recordEffects } from "./effects.ts";
import { outliveLostConnections } from "../postgres/lost_connections.ts";
import { pause } from "./random.ts";

const url = Deno.env.get("DATABASE_URL") ?? "";
const name = Deno.env.get("WORKER_NAME") ?? "worker";

async function work(): Promise<void> {
  const sql = await openSession(url);
  try {
    for (let nth = 0;; nth++) {
      const holds = await claimWork(sql, 1 + nth % 40, name);
      if (holds.length === 0) {
        await pause(20);
        continue;
      }
      await recordEffects(sql, holds, name);
      await pause(Math.random() * 80); // long enough to be killed in the middle
      const failing = nth % 17 === 0 ? holds.filter((hold) => hold.attempt === 1) : [];
      if (failing.length > 0) await fail(sql, failing, "transient");
      const refused = holds.filter((hold) => isToFail(hold) && !failing.includes(hold));
      if (refused.length > 0) await fail(sql, refused, "permanent");
      const rest = holds.filter((hold) => !failing.includes(hold) && !refused.includes(hold));
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

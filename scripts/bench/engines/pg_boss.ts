import PgBoss from "pg-boss";
import type { Engine } from "./engine.ts";

const queue = "bench";

/** pg-boss: insert (send for one), fetch and complete of its own class, over its pool of one. */
export async function openPgBoss(url: string): Promise<Engine> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on("error", (error) => console.error(`pg-boss: ${error.message}`));
  await boss.start();
  await boss.createQueue(queue);
  return {
    name: "pg-boss",
    backend: 0,
    share: 0.4,
    enqueue: async (payloads) => {
      const [first] = payloads;
      if (payloads.length === 1 && first) await boss.send(queue, { ...first });
      else await boss.insert(payloads.map((payload) => ({ name: queue, data: { ...payload } })));
    },
    claim: async (want) => {
      const jobs = await boss.fetch(queue, { batchSize: want });
      return { count: jobs.length, ids: jobs.map((job) => job.id) };
    },
    complete: ({ ids }) => boss.complete(queue, [...ids]),
    close: () => boss.stop({ graceful: false, wait: true }),
  };
}

import { setTimeout as pause } from "node:timers/promises";
import { DBOS, DBOSClient } from "@dbos-inc/dbos-sdk";
import pg from "pg";
import type { SelfDriven } from "./engine.ts";

const queue = "bench";
const workflow = "bench_job";
const quiet = { info: () => {}, debug: () => {}, warn: () => {}, error: console.error };

/**
 * DBOS Transact, a workflow without steps. It polls and runs by itself, so a claim and a completion
 * cannot be told apart. Bulk is enqueueInTransaction for each job in one transaction: it has no other.
 */
export async function openDbos(url: string): Promise<SelfDriven> {
  let ran = 0;
  DBOS.registerWorkflow(() => {
    ran++;
    return Promise.resolve();
  }, { name: workflow });
  // Migrations first; then workers live only while they are measured.
  const launch = async () => {
    DBOS.setConfig({
      name: "bench",
      systemDatabaseUrl: url,
      systemDatabasePoolSize: 20,
      applicationVersion: "1",
      logger: quiet,
    });
    await DBOS.launch();
    await DBOS.registerQueue(queue, { workerConcurrency: 1000, minPollingIntervalMs: 10 });
  };
  await launch();
  await DBOS.shutdown();
  const client = await DBOSClient.create({
    systemDatabaseUrl: url,
    systemDatabasePoolSize: 1,
    applicationName: "bench",
    logger: quiet,
  });
  const session = new pg.Client(url);
  await session.connect();
  const options = { queueName: queue, workflowName: workflow };
  return {
    name: "dbos",
    backend: 0,
    share: 0.2,
    enqueue: async (payloads) => {
      const [first] = payloads;
      if (payloads.length === 1 && first) {
        await client.enqueue(options, first);
        return;
      }
      await session.query("begin");
      for (const payload of payloads) await client.enqueueInTransaction(session, options, payload);
      await session.query("commit");
    },
    start: async () => {
      ran = 0;
      await launch();
    },
    finished: async (jobs) => {
      for (const until = performance.now() + 120_000; ran < jobs;) {
        if (performance.now() > until) {
          throw new Error(`dbos: ${jobs - ran} of ${jobs} jobs missing`);
        }
        await pause(5);
      }
      // Counted when they run; each has its outcome written a moment later.
      for (;;) {
        const { rows } = await session.query(
          "select exists (select from dbos.workflow_status where status in ('ENQUEUED', 'PENDING')) as open",
        );
        if (!rows[0].open) return;
        await pause(10);
      }
    },
    stop: () => DBOS.shutdown(),
    close: async () => {
      await client.destroy();
      await session.end();
    },
  };
}

import type { Sql } from "postgres";
import { connect, createDatabase, urlOf } from "../postgres/databases.ts";
import { openCogo } from "./engines/cogo.ts";
import { type Engine, payloads } from "./engines/engine.ts";

/** What a queue holds beside the jobs that are measured. */
export interface QueueLoad {
  readonly name: string;
  readonly held: number;
  readonly ready: number;
}

/** A database whose queue is loaded, with an engine session on it. */
export interface LoadedQueue {
  readonly load: QueueLoad;
  readonly engine: Engine;
  readonly sql: Sql;
  /** Renews the leases of what is held, so that nothing of it comes back. */
  renew(): Promise<void>;
  close(): Promise<void>;
}

const heldInOneClaim = 50;

/** Copies the prepared database `template` of the server and fills its queue. About 20 us a job. */
export async function loadQueue(
  serverUrl: string,
  template: string,
  load: QueueLoad,
): Promise<LoadedQueue> {
  const { name } = await createDatabase(serverUrl, template);
  const url = urlOf(serverUrl, name);
  const engine = await openCogo(url);
  const sql = connect(url);
  const fences: string[] = [];
  for (let sent = 0; sent < load.held; sent += 1000) await engine.enqueue(payloads(sent, 1000));
  while (fences.length * heldInOneClaim < load.held) {
    const { fences: [fence] = [] } = await engine.claim(heldInOneClaim);
    if (fence === undefined) throw new Error(`${load.name}: the queue ran dry while filling`);
    fences.push(fence);
  }
  for (let sent = 0; sent < load.ready; sent += 1000) await engine.enqueue(payloads(sent, 1000));
  await sql`vacuum analyze`;
  await sql`select cogo.sweep()`;
  return {
    load,
    engine,
    sql,
    renew: async () => {
      if (fences.length > 0) await sql`select count(*) from api.renew_claims(${fences}::bigint[])`;
    },
    close: async () => {
      const found = await sql`select * from cogo.verify() limit 5`;
      await engine.close();
      await sql.end({ timeout: 1 });
      if (found.length > 0) throw new Error(`cogo.verify(): ${JSON.stringify(found)}`);
    },
  };
}

import postgres from "postgres";
import type { Engine } from "./engine.ts";
import { readRiverSql } from "./river_module.ts";

/**
 * River, by its own migrations and the statements that its drivers send: JobInsertFastMany for one,
 * JobInsertFastManyNoReturning (its InsertManyFast) for more, JobGetAvailable, JobSetStateIfRunningMany. Its NOTIFY and its housekeeping are left out.
 */
export async function openRiver(url: string): Promise<Engine> {
  const river = await readRiverSql();
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  for (const migration of river.migrations) await sql.unsafe(migration);
  const [session] = await sql`select pg_backend_pid() as pid`;
  const run = (text: string, params: unknown[]) =>
    sql.unsafe(text, params as never[], { prepare: true });
  return {
    name: "river",
    backend: Number(session?.pid),
    share: 0.4,
    enqueue: async (payloads) => {
      const now = new Date().toISOString();
      const all = (value: string | number) => payloads.map(() => value);
      const args = payloads.map((payload) => JSON.stringify(payload));
      const before = [args, all(now), all("bench"), all(25), all("{}"), all(1), all("default")];
      const states = `{${all("available").join(",")}}`;
      const after = [all(now), states, all(""), all(""), all(0)];
      if (payloads.length === 1) await run(river.insertMany, [all(0), ...before, ...after]);
      else await run(river.insertManyFast, [...before, ...after]);
    },
    claim: async (want) => {
      const rows = await run(river.getAvailable, [null, 100, "bench", "default", null, want]);
      return { count: rows.length, ids: rows.map((row) => String(row.id)) };
    },
    complete: async ({ ids }) => {
      const now = new Date().toISOString();
      const all = (value: string | number) => ids.map(() => value);
      // As text: the client would take an array of booleans for one boolean.
      const flags = (value: "t" | "f") => `{${all(value).join(",")}}`;
      await run(river.setStateIfRunning, [
        [...ids],
        flags("f"),
        all(0),
        flags("f"),
        all("{}"),
        flags("t"),
        all(now),
        flags("f"),
        all("{}"),
        flags("f"),
        all(now),
        all("completed"),
        null,
      ]);
    },
    close: () => sql.end({ timeout: 1 }),
  };
}

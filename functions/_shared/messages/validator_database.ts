import { PGlite } from "@electric-sql/pglite";
import { readdirSync, readFileSync } from "node:fs";

/** An in-memory Postgres that holds the schema validator of sql/events and nothing else. */
export interface ValidatorDatabase extends AsyncDisposable {
  query<Row>(sql: string, parameters: unknown[]): Promise<Row[]>;
}

const folder = new URL("../../../sql/events/functions/", import.meta.url);
const needed =
  /^(schema_\w+|message_schema_v1|message_violations|event_schema_hash|event_payload_schema|is_leap_year)\.sql$/;

/** Opens the database; takes about a second. For tests. */
export async function openValidator(): Promise<ValidatorDatabase> {
  const database = await PGlite.create();
  await database.exec("create schema cogo");
  for (const name of readdirSync(folder).filter((name) => needed.test(name))) {
    await database.exec(readFileSync(new URL(name, folder), "utf8"));
  }
  return {
    query: async <Row>(sql: string, parameters: unknown[]) =>
      (await database.query<Row>(sql, parameters)).rows,
    [Symbol.asyncDispose]: () => database.close(),
  };
}

import postgres from "postgres";
import { createDatabase, urlOf } from "../postgres/databases.ts";
import { openImage } from "../db/serve_pglite.ts";

/** Where copies come from: PGlite's dumped folder, or a prepared database of a server by its URL. */
export type Template = Blob | URL;

/** One session on a copy of a {@link Template}. */
export interface Session {
  /** Runs statements in one transaction. */
  exec(statements: string): Promise<unknown>;
  /** Runs a statement that answers rows, between others of the same transaction that answer none. */
  between<Row>(before: string, statement: string, after: string): Promise<Row[]>;
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Ends it and throws the copy away. */
  close(): Promise<void>;
}

async function openEmbedded(dumped: Blob): Promise<Session> {
  const { database, close } = await openImage(dumped);
  return {
    exec: (statements) => database.exec(statements),
    between: async <Row>(before: string, statement: string, after: string) => {
      const results = await database.exec(`${before};${statement};${after}`);
      return results[results.length - (after === "" ? 1 : 2)]!.rows as Row[];
    },
    query: async <Row>(sql: string, params: readonly unknown[] = []) =>
      (await database.query<Row>(sql, [...params])).rows,
    close,
  };
}

async function openNative(template: URL): Promise<Session> {
  // Two processes copy at once, and whoever is connected to a template hinders the other.
  const server = urlOf(template.href, "postgres");
  const copy = await createDatabase(server, template.pathname.slice(1));
  const sql = postgres(copy.url, {
    max: 1,
    onnotice: () => {},
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } }, // as PGlite does
  });
  return {
    exec: (statements) => sql.unsafe(statements).simple(),
    between: async <Row>(before: string, statement: string, after: string) => {
      // The driver answers a list for each statement that has rows, and no list of lists for one.
      const found: unknown[] = await sql.unsafe(`${before};${statement};${after}`).simple();
      return (Array.isArray(found[0]) ? found.at(-1) : found) as Row[];
    },
    query: async <Row>(sqlText: string, params: readonly unknown[] = []) =>
      await sql.unsafe(sqlText, params as never[]) as unknown as Row[],
    close: async () => {
      await sql.end({ timeout: 1 });
      await copy.drop();
    },
  };
}

/** Opens a copy: 1 s in PGlite, 0.2 s on a server. */
export const openSession = (template: Template): Promise<Session> =>
  template instanceof URL ? openNative(template) : openEmbedded(template);

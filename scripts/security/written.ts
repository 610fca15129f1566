import { join, relative } from "node:path";
import type { Sql } from "postgres";

/** Something that was written, and what stands in it. */
export interface Written {
  readonly source: string;
  readonly text: string;
}

const bigPart = 64 * 1024 * 1024;

/** All files of a folder, as bytes that are characters: what a dump of the disk would show. */
export async function* filesIn(folder: string): AsyncGenerator<Written> {
  async function* walk(at: string): AsyncGenerator<string> {
    for await (const entry of Deno.readDir(at)) {
      const path = join(at, entry.name);
      if (entry.isDirectory) yield* walk(path);
      else if (entry.isFile) yield path;
    }
  }
  const latin = new TextDecoder("latin1");
  for await (const path of walk(folder)) {
    const bytes = await Deno.readFile(path).catch(() => new Uint8Array());
    for (let from = 0; from < bytes.length; from += bigPart) {
      // Parts overlap, so that nothing is cut in half.
      const text = latin.decode(bytes.subarray(Math.max(0, from - 200), from + bigPart));
      yield { source: `file ${relative(folder, path)}`, text };
    }
  }
}

// Views that keep what was asked: texts of statements, and who asks what now.
const views = ["pg_stat_statements", "pg_stat_activity", "pg_prepared_statements", "pg_cursors"];

/** Every row of every table of every schema as text, statistics included, and the texts of statements; or of tables of one name. */
export async function* rowsIn(sql: Sql, only = "%"): AsyncGenerator<Written> {
  const tables = await sql`
    select format('%I.%I', namespace.nspname, class.relname) as name
    from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
    where class.relname like ${only} and (
      class.relkind in ('r', 'm') and namespace.nspname !~ '^pg_(toast|temp)'
      or class.relkind = 'v' and class.relname = any (${views})
    )
    order by 1`;
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select one::text as row from ${name} as one`);
    yield { source: `table ${name}`, text: rows.map(({ row }) => row).join("\n") };
  }
}

import assert from "@std/assert";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "@std/path";
import type { Executor } from "./executor.ts";
import { migrate, type MigrateProgress } from "./migrate.ts";
import { type Image, openImage } from "./serve_pglite.ts";

async function inFolder(
  files: Record<string, string>,
  test: (folder: string, image: Image) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "cogo-migrations-"));
  const image = await openImage();
  try {
    for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql);
    await test(folder, image);
  } finally {
    await image.close();
    await rm(folder, { recursive: true });
  }
}

const counting = (executor: Executor): { executor: Executor; calls: string[] } => {
  const calls: string[] = [];
  return {
    calls,
    executor: {
      exec: (sql) => (calls.push(sql), executor.exec(sql)),
      query: (sql, params) => (calls.push(sql), executor.query(sql, params)),
    },
  };
};

Deno.test("migrate: records what the Supabase CLI records, and asks one thing when up to date", () =>
  inFolder({
    "20260102000000_second.sql": "insert into thing values (1); insert into thing values (2);\n",
    "20260101000000_first.sql": "-- why\ncreate table thing (id int);\n",
    "notes.txt": "not a migration",
  }, async (folder, image) => {
    const result = await migrate(image.executor, { folder });
    assert.deepEqual(result.applied, ["20260101000000_first.sql", "20260102000000_second.sql"]);
    const history = "select version, name, statements from supabase_migrations.schema_migrations";
    assert.deepEqual(await image.executor.query(`${history} order by version`), [
      {
        version: "20260101000000",
        name: "first",
        statements: ["-- why\ncreate table thing (id int)"],
      },
      {
        version: "20260102000000",
        name: "second",
        statements: ["insert into thing values (1)", "insert into thing values (2)"],
      },
    ]);
    const { executor, calls } = counting(image.executor);
    assert.deepEqual(await migrate(executor, { folder }), { applied: [], skipped: [] });
    assert.equal(calls.length, 1);
  }));

Deno.test("migrate: a file that fails leaves nothing behind, and the error names it", () =>
  inFolder({
    "1_good.sql": "create table kept (id int);",
    "2_bad.sql": "create table lost (id int); select 1/0;",
    "3_later.sql": "create table later (id int);",
  }, async (folder, image) => {
    await assert.rejects(migrate(image.executor, { folder }), /2_bad\.sql: division by zero/);
    const [seen] = await image.executor.query(
      "select to_regclass('kept') is not null as kept, to_regclass('lost') is null as lost, " +
        "to_regclass('later') is null as later",
    );
    assert.deepEqual(seen, { kept: true, lost: true, later: true });
    await writeFile(join(folder, "2_bad.sql"), "create table lost (id int);");
    const { applied } = await migrate(image.executor, { folder });
    assert.deepEqual(applied, ["2_bad.sql", "3_later.sql"]);
  }));

Deno.test("migrate: a file that requires an extension is skipped aloud where it is missing", () =>
  inFolder({
    "1_with.sql": "-- requires: vector\ncreate extension vector;",
    "2_without.sql": "-- requires: postgis\ncreate extension postgis;",
  }, async (folder, image) => {
    const told: MigrateProgress[] = [];
    const onProgress = (progress: MigrateProgress) => told.push(progress);
    const result = await migrate(image.executor, { folder, onProgress });
    assert.deepEqual(result, { applied: ["1_with.sql"], skipped: ["2_without.sql"] });
    assert.equal(told.at(-1)?.missing, "postgis");
    assert.deepEqual((await migrate(image.executor, { folder })).skipped, ["2_without.sql"]);
  }));

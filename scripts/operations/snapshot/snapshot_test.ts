import assert from "@std/assert";
import { join } from "node:path";
import { migratedData, openImage } from "../../db/serve_pglite.ts";
import { finderOf, needlesOf, newCanary } from "../../security/canary.ts";
import { filesIn } from "../../security/written.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { restoreSnapshot } from "./restore.ts";
import { withSource } from "./source.ts";
import { takeSnapshot } from "./take.ts";

type Row = Record<string, unknown>;

const take = (url: string, folder: string) =>
  withSource(
    { url, key: undefined },
    (source) => takeSnapshot(source, folder, { product: "test", pageRows: 10 }),
  );

const rowsOf = async (folder: string, part: string): Promise<Row[]> =>
  JSON.parse(await Deno.readTextFile(join(folder, `${part}.json`)));

const counts = ({ files }: Manifest) =>
  Object.fromEntries(
    files.filter(({ rows }) => rows !== undefined).map(({ name, rows }) => [name, rows]),
  );

/** What is another thing in the project that was restored, and on purpose. */
const expected: Record<string, (row: Row) => Row | undefined> = {
  schedules: (row) => ({ ...row, paused: true, next_due_at: null, next_run_at: null }),
  quality_runs: (row) => row["verdict"] === null ? undefined : row,
  usage: () => undefined,
  gate_results: (row) => String(row["run_id"]).endsWith("f2") ? undefined : row,
};

Deno.test("a snapshot restores into a fresh database as it was, without secrets and work in flight", async () => {
  const [full, fresh] = [
    await openImage(await migratedData()),
    await openImage(await migratedData()),
  ];
  const folder = await Deno.makeTempDir({ prefix: "cogo-snapshot-" });
  const [one, two] = [join(folder, "one"), join(folder, "two")];
  try {
    const canary = newCanary();
    const example = await Deno.readTextFile(new URL("./example_project.sql", import.meta.url));
    await full.executor.exec(example.replaceAll("CANARY", canary));
    const manifest = await take(await full.serve(), one);
    assert.deepEqual(await rowsOf(one, "verify"), [], "the example is healthy");
    assert.deepEqual([manifest.is_consistent, manifest.violations], [true, 0]);
    assert.equal(counts(manifest)["prices.json"], 25, "pages follow each other");
    for (const [name, rows] of Object.entries(counts(manifest))) {
      const isOfOthers = /^(slos|alert_silences|gate_fixes|metric_)/.test(name);
      assert.ok(rows! > 0 || isOfOthers, `${name} is not empty`);
    }
    await assert.rejects(take(await full.serve(), one), /already/, "nothing is written over");

    const find = finderOf(needlesOf({ one: canary }));
    for await (const { source, text } of filesIn(one)) assert.deepEqual(find(source, text), []);
    assert.equal(find("itself", canary).length > 0, true, "the search finds what is there");

    const { rows } = await restoreSnapshot(one, await fresh.serve());
    assert.deepEqual([rows["prices"], rows["quality_runs"]], [25, 1]);
    const again = await take(await fresh.serve(), two);
    assert.equal(again.violations, 0);
    for (const file of manifest.files.filter((each) => each.rows !== undefined)) {
      const part = file.name.replace(".json", "");
      const wanted = (await rowsOf(one, part)).map(expected[part] ?? ((row) => row))
        .filter((row) => row !== undefined);
      assert.deepEqual(await rowsOf(two, part), wanted, part);
    }
    const schema = (name: string) => Deno.readTextFile(join(name, "schema.json"));
    assert.equal(await schema(two), await schema(one));

    // What is counted goes on behind what came back, and the project works.
    const [made] = await fresh.executor.query(
      "select (api.set_budget(1, 'organisation') ->> 'budget_id')::int as id",
    );
    assert.equal(Number(made?.["id"]), 2);
    const [job] = await fresh.executor.query(
      "select count(*)::int as jobs from api.enqueue_job('crawl.page')",
    );
    assert.equal(job?.["jobs"], 1);
    await assert.rejects(
      restoreSnapshot(one, await fresh.serve()),
      /Cannot restore: the project has jobs/,
    );
  } finally {
    await full.close();
    await fresh.close();
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("a snapshot that was changed, is not whole or is none is refused before anything is written", async () => {
  const folder = await Deno.makeTempDir({ prefix: "cogo-snapshot-" });
  const nowhere = "postgresql://127.0.0.1:1/none";
  const calls: Record<string, unknown> = {
    versions: { at: "2026-11-26T00:00:00Z", postgres: "15", migrations: [] },
    verify: [{ invariant: "x", problem: "y" }],
    budgets: { rows: [{ budget_id: 1 }], next: null },
  };
  const source = {
    kind: "api" as const,
    is_consistent: false,
    call: (name: string, args: object) =>
      Promise.resolve(
        name === "list_snapshot_parts"
          ? { documents: ["versions", "verify"], tables: ["budgets"] }
          : calls[(args as { part: string }).part],
      ),
  };
  try {
    const into = join(folder, "x");
    const manifest = await takeSnapshot(source, into, { product: "test" });
    assert.deepEqual([manifest.violations, manifest.is_consistent], [1, false]);
    assert.equal((await readManifest(into)).files.length, 3);
    const file = join(into, "budgets.json");
    const text = await Deno.readTextFile(file);
    await Deno.writeTextFile(file, text.replace("1", "2"));
    await assert.rejects(
      restoreSnapshot(into, nowhere),
      /budgets\.json is not as the manifest says/,
    );
    await Deno.remove(file);
    await assert.rejects(restoreSnapshot(into, nowhere), /has no budgets\.json/);
    await Deno.writeTextFile(file, text);
    await Deno.writeTextFile(join(into, "extra.json"), "[]");
    await assert.rejects(restoreSnapshot(into, nowhere), /extra\.json is not in the manifest/);
    await Deno.writeTextFile(
      join(into, "manifest.json"),
      JSON.stringify({ ...manifest, files: [{ ...manifest.files[0], name: "../../etc/passwd" }] }),
    );
    await assert.rejects(restoreSnapshot(into, nowhere), /The manifest is not one of/);
    await assert.rejects(restoreSnapshot(folder, nowhere), /is it the folder of a snapshot/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

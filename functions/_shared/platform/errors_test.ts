import assert from "@std/assert";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CogoError, errorCodes, reasonOf } from "./errors.ts";

const top = new URL("../../../", import.meta.url);
const raised = /raise\s+sqlstate\s+'PT(\d{3})'[^;]*?detail\s*=\s*'([^']*)'/g;

async function textsBelow(folder: string, suffix: string): Promise<string[]> {
  const place = fileURLToPath(new URL(folder, top));
  const names = (await readdir(place, { recursive: true })).filter((name) => name.endsWith(suffix));
  return await Promise.all(names.map((name) => readFile(`${place}/${name}`, "utf8")));
}

Deno.test("errors: every detail raised in sql/ is listed with the status it is raised with", async () => {
  const sql = await textsBelow("sql", ".sql");
  let count = 0;
  for (const [, status, detail] of sql.flatMap((text) => [...text.matchAll(raised)])) {
    const known = errorCodes[detail as keyof typeof errorCodes];
    assert.equal(known?.status, Number(status), `detail '${detail}' raised with PT${status}`);
    count++;
  }
  const details = sql.flatMap((text) => [...text.matchAll(/\bdetail\s*=\s*'/g)]);
  assert.equal(count, details.length, "each detail stands in a raise of our shape");
  assert.ok(count > 0, "sql/ raises errors");
});

Deno.test("errors: every listed code is raised in sql/ or given by a function", async () => {
  const sql = (await textsBelow("sql", ".sql")).join("\n");
  const sources = await textsBelow("functions", ".ts");
  const given = sources.filter((text) => !text.includes("export const errorCodes")).join("\n");
  for (const code of Object.keys(errorCodes)) {
    assert.ok(sql.includes(`'${code}'`) || given.includes(`"${code}"`), `${code} is never given`);
  }
});

Deno.test("errors: docs/errors.md has one row for each code, with its status", async () => {
  const page = await readFile(new URL("docs/errors.md", top), "utf8");
  const rows = [...page.matchAll(/^\| `([a-z_]+)` +\| (\d{3}) +\| [^|]{10,} \| [^|]{5,} \|$/gm)];
  const listed = rows.map(([, code, status]) => `${code} ${status}`);
  const expected = Object.entries(errorCodes).map(([code, { status }]) => `${code} ${status}`);
  assert.deepEqual(listed.toSorted(), expected.toSorted());
});

Deno.test("errors: reasonOf() finds our word wherever a library puts it", () => {
  const own = new CogoError("job_not_found", "Cannot read job 1: there is no such job", "Look.");
  assert.equal(own.body.code, "PT404");
  assert.equal(reasonOf(own), "job_not_found");
  assert.equal(
    reasonOf({ code: "PT409", details: "idempotency_conflict" }),
    "idempotency_conflict",
  );
  assert.equal(reasonOf({ code: "PT400", detail: "bad_argument" }), "bad_argument");
  assert.equal(reasonOf({ code: "invalid_token" }), "invalid_token");
  assert.equal(reasonOf({ code: "23505", details: "Key (id)=(1) already exists." }), undefined);
  assert.equal(reasonOf("timeout"), undefined);
});

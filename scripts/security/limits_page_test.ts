import assert from "@std/assert";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readSourceTree } from "../db/source_tree.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = await readFile(`${root}docs/security/limits-of-harm.md`, "utf8");
const sizes = page.slice(page.indexOf("## Size"), page.indexOf("## Answers")).split("\n");
const rowOf = (name: string) => sizes.find((line) => line.split("|")[1]?.includes(`\`${name}\``));

Deno.test("limits of harm: each list and JSON that an agent's door takes stands in the table", async () => {
  const missing = new Set<string>();
  let seen = 0;
  for (const { path, sql: text } of await readSourceTree()) {
    if (!path.includes("/api/") || !/to authenticated/.test(text)) continue;
    const head = text.slice(0, text.indexOf("returns"));
    for (const [, name] of head.matchAll(/(\w+) (?:jsonb|\w+\[\])/g)) {
      seen++;
      if (name && rowOf(name) === undefined) missing.add(name);
    }
  }
  assert.ok(seen > 30, `only ${seen} arguments were read`);
  assert.deepEqual([...missing], []);
});

Deno.test("limits of harm: the table tells the bytes that the code checks", async () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const { path, sql: text } of await readSourceTree()) {
    for (const [, name, most] of text.matchAll(/check_json\('(\w+)', .+?, (\d+)\)/g)) {
      seen++;
      const bytes = Number(most) === 278_528 ? "262,144" : Number(most).toLocaleString("en");
      if (!rowOf(name!)?.includes(bytes)) wrong.push(`${path}: ${name} ${bytes}`);
    }
  }
  assert.ok(seen > 8, `only ${seen} checks were read`);
  assert.deepEqual(wrong, []);
});

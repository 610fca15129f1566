import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { generatedFiles } from "./generated_files.ts";
import { canonicalJson } from "./json_schemas.ts";
import { proveOnEach } from "./validator_database.ts";
import { messageViolations } from "./violations.ts";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const vectors = z.object({
  cases: z.array(z.object({ name: z.string(), at: z.string().nullable(), message: z.unknown() })),
}).parse(JSON.parse(read("docs/specs/vectors/message_v1.json")));

Deno.test("zod says of each message vector what the vector says", () => {
  assert.ok(vectors.cases.length >= 60);
  for (const { name, at, message } of vectors.cases) {
    const paths = messageViolations(message).map((violation) => violation.path);
    if (at === null) assert.deepEqual(paths, [], name);
    else assert.ok(paths.includes(at), `${name}: expected ${at}, got ${JSON.stringify(paths)}`);
  }
});

Deno.test("the committed JSON Schema files and SQL functions are what the zod schemas say", () => {
  const files = generatedFiles();
  for (const [path, content] of files) {
    assert.ok(existsSync(new URL(path, root)), `${path} is missing: npm run build:schemas`);
    assert.equal(read(path), content, `${path} is stale: npm run build:schemas`);
  }
  for (const name of readdirSync(new URL("docs/specs/schemas/", root))) {
    assert.ok(files.has(`docs/specs/schemas/${name}`), `${name} belongs to no zod schema`);
  }
});

proveOnEach({
  "SQL says of each message vector what zod says": async (database) => {
    for (const { name, message } of vectors.cases) {
      const rows = await database.query<{ path: string }>(
        "select path from cogo.message_violations($1::text::jsonb)",
        [JSON.stringify(message)],
      );
      const paths = (found: { path: string }[]) =>
        [...new Set(found.map((one) => one.path))].sort();
      assert.deepEqual(paths(rows), paths(messageViolations(message)), name);
    }
  },
  "SQL's message schema is the JSON file, and the payload schemas can be registered": async (
    database,
  ) => {
    const [row] = await database.query<{ schema: unknown }>(
      "select cogo.message_schema_v1() as schema",
      [],
    );
    const file: unknown = JSON.parse(read("docs/specs/schemas/message_v1.json"));
    assert.equal(canonicalJson(row?.schema), canonicalJson(file));
    for (const name of readdirSync(new URL("docs/specs/schemas/", root))) {
      const [answer] = await database.query<{ problems: string[] }>(
        "select cogo.schema_problems($1::text::jsonb) as problems",
        [read(`docs/specs/schemas/${name}`)],
      );
      assert.deepEqual(answer?.problems, [], name);
    }
  },
});

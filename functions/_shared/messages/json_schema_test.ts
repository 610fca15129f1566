import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { proveOnEach } from "./validator_database.ts";

const file = new URL("../../../docs/specs/vectors/json_schema.json", import.meta.url);
const vectors = z.object({
  checked: z.array(z.object({
    name: z.string(),
    schema: z.unknown(),
    good: z.array(z.unknown()),
    bad: z.array(z.unknown()),
  })),
  refused: z.array(z.object({ name: z.string(), at: z.string(), schema: z.unknown() })),
}).parse(JSON.parse(readFileSync(file, "utf8")));

const violations =
  "select path, problem from cogo.schema_violations($1::text::jsonb, $2::text::jsonb)";
const problems = "select cogo.schema_problems($1::text::jsonb) as problems";

proveOnEach({
  "each keyword of JSON Schema takes and refuses the values that it should": async (database) => {
    for (const { name, schema, good, bad } of vectors.checked) {
      const text = JSON.stringify(schema);
      const [answer] = await database.query<{ problems: string[] }>(problems, [text]);
      assert.deepEqual(answer?.problems, [], `${name}: can be registered`);
      for (const value of good) {
        const found = await database.query(violations, [text, JSON.stringify(value)]);
        assert.deepEqual(found, [], `${name}: ${JSON.stringify(value)} holds`);
      }
      for (const value of bad) {
        const found = await database.query(violations, [text, JSON.stringify(value)]);
        assert.notEqual(found.length, 0, `${name}: ${JSON.stringify(value)} does not hold`);
      }
    }
  },
  "a schema that SQL cannot check is refused, with the place of its fault": async (database) => {
    for (const { name, at, schema } of vectors.refused) {
      const [answer] = await database.query<{ problems: string[] }>(problems, [
        JSON.stringify(schema),
      ]);
      const found = answer?.problems ?? [];
      assert.ok(found.some((problem) => problem.startsWith(`${at} `)), `${name}: ${found}`);
    }
  },
  "a value nested beyond 64 levels is refused, not an overflow of the stack": async (database) => {
    const schema = { type: "object", properties: { next: { $ref: "#" } } };
    let value: object = {};
    for (let level = 0; level < 500; level++) value = { next: value };
    const found = await database.query<{ problem: string }>(violations, [
      JSON.stringify(schema),
      JSON.stringify(value),
    ]);
    assert.match(found[0]?.problem ?? "", /nested too deeply/);
  },
  "a zod schema turned into JSON Schema can be registered and says the same": async (database) => {
    const shape = z.strictObject({
      path: z.string().min(1).max(300),
      mode: z.enum(["fast", "full"]).optional(),
      limits: z.record(z.string(), z.int().positive()).optional(),
      pair: z.tuple([z.string(), z.number()]).optional(),
      target: z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("git"), url: z.url() }),
        z.strictObject({ kind: z.literal("path"), path: z.string() }),
      ]).nullable(),
    });
    const schema = JSON.stringify(z.toJSONSchema(shape));
    const [answer] = await database.query<{ problems: string[] }>(problems, [schema]);
    assert.deepEqual(answer?.problems, []);
    const values = [
      { path: "a", target: null },
      {
        path: "a",
        target: { kind: "git", url: "https://example.com/x.git" },
        limits: { cpu: 1 },
      },
      { path: "a", target: { kind: "git", path: "x" } },
      { path: "", target: null },
      { path: "a", target: null, pair: ["a", "b"] },
      { path: "a", target: null, limits: { cpu: 0 } },
      { path: "a", target: null, mode: "slow" },
      { path: "a" },
    ];
    for (const value of values) {
      const found = await database.query(violations, [schema, JSON.stringify(value)]);
      assert.equal(found.length === 0, shape.safeParse(value).success, JSON.stringify(value));
    }
  },
});

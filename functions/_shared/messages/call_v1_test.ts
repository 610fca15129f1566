import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { replyV1, requestV1 } from "../worker/call_wire.ts";
import { callSchemas } from "./call_schemas.ts";
import { proveOnEach } from "./validator_database.ts";

const forms = { call_request: requestV1, call_reply: replyV1 };
const file = new URL("../../../docs/specs/vectors/call_v1.json", import.meta.url);
const { cases } = z.object({
  cases: z.array(z.object({
    name: z.string(),
    form: z.enum(["call_request", "call_reply"]),
    at: z.string().nullable(),
    value: z.unknown(),
  })),
}).parse(JSON.parse(readFileSync(file, "utf8")));

Deno.test("zod says of each request and reply what the vector says", () => {
  assert.ok(cases.length >= 30);
  for (const { name, form, at, value } of cases) {
    const told = forms[form].safeParse(value);
    assert.equal(told.success, at === null, name);
    if (!told.success && form === "call_request") {
      const paths = told.error.issues.map((issue) =>
        [...issue.path, ...issue.code === "unrecognized_keys" ? issue.keys : []]
          .map((step) => `/${String(step)}`).join("")
      );
      assert.ok(paths.includes(at!), `${name}: expected ${at}, got ${JSON.stringify(paths)}`);
    }
  }
});

proveOnEach({
  "SQL says of each request and reply what zod says": async (database) => {
    const schemas = callSchemas();
    for (const { name, form, at, value } of cases) {
      const rows = await database.query<{ path: string }>(
        "select path from cogo.schema_violations($1::text::jsonb, $2::text::jsonb)",
        [JSON.stringify(schemas[form]), JSON.stringify(value)],
      );
      assert.equal(rows.length === 0, at === null, `${name}: ${JSON.stringify(rows)}`);
    }
  },
});

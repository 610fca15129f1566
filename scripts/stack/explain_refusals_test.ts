import assert from "@std/assert";
import { explainRefusal } from "./explain_refusals.ts";

async function told(status: number, body: unknown) {
  const response = await explainRefusal(Response.json(body, { status }));
  return { status: response.status, ...await response.json() };
}

Deno.test("a value of the wrong type is a bad argument, also where PGlite refuses it before SQL", async () => {
  const fromSql = await told(400, {
    code: "22P02",
    message: "invalid input",
    details: null,
    hint: null,
  });
  assert.equal(fromSql.details, "bad_argument");
  assert.match(fromSql.hint, /JSON type/);
  const fromPglite = await told(500, {
    code: "SUP",
    message: "Error: Invalid input for boolean type",
  });
  assert.deepEqual([fromPglite.status, fromPglite.code, fromPglite.details], [
    400,
    "22P02",
    "bad_argument",
  ]);
});

Deno.test("a missing right names the next step by who called", async () => {
  const denied = { code: "42501", message: "permission denied for function sweep" };
  assert.equal((await told(401, denied)).details, "missing_key");
  assert.equal((await told(403, denied)).details, "operators_only");
});

Deno.test("what SQL explained and what nobody knows pass as they are", async () => {
  const ours = { code: "PT400", message: "Cannot", details: "bad_argument", hint: "Do." };
  assert.deepEqual(await told(400, ours), { status: 400, ...ours });
  const unknown = { code: "XX000", message: "odd", details: null, hint: null };
  assert.deepEqual(await told(500, unknown), { status: 500, ...unknown });
});

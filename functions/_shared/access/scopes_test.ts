import assert from "@std/assert";
import { allScopes, holdsScope } from "./scopes.ts";

Deno.test("scopes: the list is that of cogo.scopes", async () => {
  const view = new URL("../../../sql/access/views/scopes.sql", import.meta.url);
  const kept = (await Deno.readTextFile(view)).matchAll(/^ {2}\('([a-z:]+)',/gm);
  assert.deepEqual([...kept].map(([, name]) => name), [...allScopes]);
});

Deno.test("scopes: only a list that has the very scope holds it", () => {
  assert.ok(holdsScope({ scopes: ["keys:resolve"] }, "keys:resolve"));
  for (const scopes of [[], "keys:resolve", ["keys"], ["*"], { "keys:resolve": 1 }, undefined]) {
    assert.ok(!holdsScope({ scopes }, "keys:resolve"));
  }
});

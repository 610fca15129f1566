import assert from "@std/assert";
import { documentFile } from "../platform/openapi.ts";
import { selectRequest } from "./contract.ts";
import { describeRouterSelect } from "./openapi.ts";

Deno.test("router-select: docs/openapi/router-select.json is what the schemas say", async () => {
  const kept = JSON.parse(await Deno.readTextFile(documentFile("router-select")));
  const fresh = JSON.parse(JSON.stringify(describeRouterSelect()));
  assert.deepEqual(kept, fresh, "deno run -A functions/_shared/routing/openapi.ts writes it");
});

Deno.test("router-select: the door takes what the RPC takes, and nothing that is not there", async () => {
  const file = new URL("../../../sql/routing/api/select_route.sql", import.meta.url);
  const sql = await Deno.readTextFile(file);
  const [, list = ""] = /create function api\.select_route\(([^)]*)\)/.exec(sql) ?? [];
  const parameters = list.split(",").map((line) => line.trim().split(" ")[0]);
  assert.deepEqual(Object.keys(selectRequest.shape).sort(), parameters.sort());
});

import assert from "@std/assert";
import { cases } from "./cases.ts";
import { readRoutes } from "./routes.ts";

Deno.test("each route of each function has a fuzz case of its own", async () => {
  const routes = (await readRoutes()).map(({ key }) => key).sort();
  assert.ok(routes.includes("GET /ingress/jobs/{id}") && routes.includes("POST /key-vault"));
  assert.deepEqual(
    Object.keys(cases).sort(),
    routes,
    "scripts/chaos/fuzz/tenants/functions/cases.ts",
  );
});

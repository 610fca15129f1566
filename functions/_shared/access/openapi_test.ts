import assert from "@std/assert";
import { documentFile } from "../platform/openapi.ts";
import { tokenDocument } from "./openapi.ts";

Deno.test("agent-token: its OpenAPI page is as the schemas say", async () => {
  const kept = JSON.parse(await Deno.readTextFile(documentFile("agent-token")));
  const fresh = JSON.parse(JSON.stringify(tokenDocument()));
  assert.deepEqual(kept, fresh, "deno run -A functions/_shared/access/openapi.ts writes it");
});

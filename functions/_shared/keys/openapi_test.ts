import assert from "@std/assert";
import { documentFile } from "../platform/openapi.ts";
import { vaultDocument } from "./openapi.ts";

Deno.test("key-vault: its OpenAPI page is as the schemas say", async () => {
  const kept = JSON.parse(await Deno.readTextFile(documentFile("key-vault")));
  const fresh = JSON.parse(JSON.stringify(vaultDocument()));
  assert.deepEqual(kept, fresh, "deno run -A functions/_shared/keys/openapi.ts writes it");
});

Deno.test("key-vault: each op of the OpenAPI page is closed to what it does not know", () => {
  const { components } = vaultDocument() as {
    components: { schemas: { Request: { anyOf: { additionalProperties?: boolean }[] } } };
  };
  for (const form of components.schemas.Request.anyOf) {
    assert.equal(form.additionalProperties, false);
  }
});

import assert from "@std/assert";
import { vaultDocument } from "./openapi.ts";

const file = new URL("../../../docs/openapi/key-vault.json", import.meta.url);

Deno.test("key-vault: its OpenAPI page is as the schemas say", async () => {
  const fresh = JSON.parse(JSON.stringify(vaultDocument()));
  if (Deno.env.get("COGO_WRITE") === "1") {
    await Deno.writeTextFile(file, `${JSON.stringify(fresh, null, 2)}\n`);
  }
  const written = JSON.parse(await Deno.readTextFile(file));
  assert.deepEqual(written, fresh, "write it anew: COGO_WRITE=1 deno test -A openapi_test.ts");
});

Deno.test("key-vault: each op of the OpenAPI page is closed to what it does not know", () => {
  const { components } = vaultDocument() as {
    components: { schemas: { Request: { anyOf: { additionalProperties?: boolean }[] } } };
  };
  for (const form of components.schemas.Request.anyOf) {
    assert.equal(form.additionalProperties, false);
  }
});

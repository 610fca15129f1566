import assert from "@std/assert";
import ingress from "../../ingress/index.ts";
import { documentFile } from "../platform/openapi.ts";
import { ingressDocument } from "./openapi.ts";

const document = ingressDocument() as { paths: Record<string, Record<string, unknown>> };

Deno.test("ingress: its OpenAPI page is as the schemas say", async () => {
  const kept = JSON.parse(await Deno.readTextFile(documentFile("ingress")));
  const fresh = JSON.parse(JSON.stringify(document));
  assert.deepEqual(kept, fresh, "deno run -A functions/_shared/ingress/openapi.ts writes it");
});

Deno.test("ingress: its OpenAPI page has the paths and methods that the function has", async () => {
  for (const [path, described] of Object.entries(document.paths)) {
    const url = `http://localhost${path.replace(/\{\w+\}/, "x")}`;
    const response = await ingress.fetch(new Request(url, { method: "PATCH" }));
    assert.equal(response.status, 405, path);
    const methods = Object.keys(described).filter((name) => name !== "parameters");
    const allowed = response.headers.get("allow")?.toLowerCase().split(", ");
    assert.deepEqual(methods.toSorted(), allowed?.toSorted(), path);
  }
});

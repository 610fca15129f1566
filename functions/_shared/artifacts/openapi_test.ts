import assert from "@std/assert";
import artifacts from "../../artifacts/index.ts";
import { documentFile } from "../platform/openapi.ts";
import { artifactsDocument } from "./openapi.ts";

const document = artifactsDocument() as { paths: Record<string, Record<string, unknown>> };

Deno.test("artifacts: its OpenAPI page is as the schemas say", async () => {
  const kept = JSON.parse(await Deno.readTextFile(documentFile("artifacts")));
  const fresh = JSON.parse(JSON.stringify(document));
  assert.deepEqual(kept, fresh, "deno run -A functions/_shared/artifacts/openapi.ts writes it");
});

Deno.test("artifacts: its OpenAPI page has the paths and methods that the function has", async () => {
  for (const [path, described] of Object.entries(document.paths)) {
    const url = `http://localhost${path.replace(/\{\w+\}/g, "x")}`;
    const response = await artifacts.fetch(new Request(url, { method: "PATCH" }));
    assert.equal(response.status, 405, path);
    const methods = Object.keys(described).filter((name) => name !== "parameters");
    const allowed = response.headers.get("allow")?.toLowerCase().split(", ");
    assert.deepEqual(methods.toSorted(), allowed?.toSorted(), path);
  }
});

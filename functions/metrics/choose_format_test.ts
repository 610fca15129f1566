import assert from "@std/assert";
import { chooseFormat } from "./choose_format.ts";

Deno.test("chooseFormat: OpenMetrics only for those who prefer it", () => {
  const prometheus = "application/openmetrics-text;version=1.0.0;q=0.5," +
    "application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.1";
  assert.equal(chooseFormat(prometheus), "openmetrics");
  assert.equal(chooseFormat("application/openmetrics-text"), "openmetrics");
  for (const accept of [null, "", "*/*", "text/html", "text/plain, application/openmetrics-text"]) {
    assert.equal(chooseFormat(accept), "text", String(accept));
  }
  assert.equal(chooseFormat("application/openmetrics-text;q=0.1, text/plain;q=0.9"), "text");
  assert.equal(chooseFormat("application/openmetrics-text;q=0"), "text");
});

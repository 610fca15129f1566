import assert from "@std/assert";
import { jsonOf } from "./read_limited.ts";

const read = (text: string) => jsonOf(new TextEncoder().encode(text));
const nested = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

Deno.test("bodies: 100 levels are read, more are refused, and brackets in texts are none", () => {
  assert.ok(read(nested(100)));
  assert.equal(read(`"\\"${"[".repeat(200)}"`), `"${"[".repeat(200)}`);
  assert.throws(() => read(`{"a\\"{":${nested(100)}}`), /over 100 levels/);
});

Deno.test("bodies: a text that never ends is refused at once", () => {
  const begun = performance.now();
  assert.throws(() => read(`"${'\\"'.repeat(32_000)}`), /it is not JSON/);
  assert.ok(performance.now() - begun < 2000);
});

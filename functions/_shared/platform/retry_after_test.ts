import assert from "@std/assert";
import { retryAfterMs } from "./retry_after.ts";

const now = Date.parse("2026-11-26T00:00:00Z");

Deno.test("Retry-After: every kind of it is a wait, or none", () => {
  const day = 86_400_000;
  const cases: [Record<string, string>, number | undefined][] = [
    [{ "retry-after": "7" }, 7_000],
    [{ "retry-after": "0.25" }, 250],
    [{ "retry-after": "Thu, 26 Nov 2026 00:00:30 GMT" }, 30_000],
    [{ "retry-after": "Thu, 26 Nov 2020 00:00:30 GMT" }, 0],
    [{ "retry-after": "-5" }, 0],
    [{ "retry-after": "99999999999999999999" }, day],
    [{ "retry-after": "Fri, 26 Nov 2300 00:00:00 GMT" }, day],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "soon 1" }, undefined],
    [{ "retry-after": "99999999" }, day],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "1e3" }, undefined],
    [{ "retry-after": "5 apples" }, undefined],
    [{ "retry-after": "" }, undefined],
    [{ "retry-after": "NaN" }, undefined],
    [{ "retry-after": "Infinity" }, undefined],
    [{ "retry-after-ms": "1500", "retry-after": "60" }, 1_500],
    [{ "retry-after-ms": "-1" }, 0],
    [{ "retry-after-ms": "x", "retry-after": "2" }, 2_000],
    [{}, undefined],
  ];
  for (const [headers, expected] of cases) {
    assert.equal(retryAfterMs(new Headers(headers), now), expected, JSON.stringify(headers));
  }
});

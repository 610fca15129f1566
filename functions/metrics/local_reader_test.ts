import assert from "@std/assert";
import { isLocalReader, isLoopback } from "./local_reader.ts";

const page = (headers: Record<string, string> = {}, init: RequestInit = {}) =>
  new Request("http://127.0.0.1:4000/metrics/summary", {
    ...init,
    headers: { "x-forwarded-host": "127.0.0.1:54321", ...headers },
  });

Deno.test("isLocalReader: the stack's own page and a local program may read", () => {
  assert.ok(isLocalReader(page({ "sec-fetch-site": "same-origin" }), true));
  assert.ok(isLocalReader(page({ "x-forwarded-host": "localhost:54321" }), true));
  assert.ok(isLocalReader(page({ origin: "http://127.0.0.1:54321" }), true));
  assert.ok(isLocalReader(new Request("http://[::1]:4000/metrics/summary"), true));
});

Deno.test("isLocalReader: nobody may outside the local stack", () => {
  assert.ok(!isLocalReader(page({ "sec-fetch-site": "same-origin" }), false));
});

Deno.test("isLocalReader: pages of other sites may not, even of another local port", () => {
  assert.ok(!isLocalReader(page({ "sec-fetch-site": "cross-site" }), true));
  assert.ok(!isLocalReader(page({ "sec-fetch-site": "same-site" }), true));
  assert.ok(!isLocalReader(page({ origin: "https://evil.example" }), true));
  assert.ok(!isLocalReader(page({ origin: "http://127.0.0.1:3000" }), true));
  assert.ok(!isLocalReader(page({ origin: "null" }), true));
});

Deno.test("isLocalReader: a foreign name that points at 127.0.0.1 opens neither door", () => {
  assert.ok(!isLocalReader(page({ "x-forwarded-host": "evil.example" }), true));
  const direct = new Request("http://evil.example:4000/metrics/summary", {
    headers: { "x-forwarded-host": "127.0.0.1:54321" },
  });
  assert.ok(!isLocalReader(direct, true));
});

Deno.test("isLocalReader: only reading needs no key", () => {
  assert.ok(!isLocalReader(page({}, { method: "POST" }), true));
  assert.ok(isLocalReader(page({}, { method: "HEAD" }), true));
});

Deno.test("isLoopback: names that only begin like this machine are not it", () => {
  for (const host of ["localhost", "LOCALHOST:1", "127.0.0.1", "127.9.9.9:80", "[::1]:54321"]) {
    assert.ok(isLoopback(host), host);
  }
  for (const host of ["localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "::1", ""]) {
    assert.ok(!isLoopback(host), host);
  }
});

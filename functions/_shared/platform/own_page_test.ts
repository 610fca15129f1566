import assert from "@std/assert";
import { actHeader, isLocalReader, isLoopbackHost, isOwnPage } from "./own_page.ts";

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

Deno.test("isLoopbackHost: names that only begin like this machine are not it", () => {
  for (const host of ["localhost", "LOCALHOST:1", "127.0.0.1", "127.9.9.9:80", "[::1]:54321"]) {
    assert.ok(isLoopbackHost(host), host);
  }
  for (const host of ["localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "::1", ""]) {
    assert.ok(!isLoopbackHost(host), host);
  }
});

const own = {
  origin: "http://127.0.0.1:54321",
  "sec-fetch-site": "same-origin",
  "content-type": "application/json",
  [actHeader]: "1",
};
const act = (changed: Record<string, string | null> = {}, method = "POST") => {
  const entries = Object.entries({ ...own, ...changed }).filter(([, value]) => value !== null);
  return page(Object.fromEntries(entries) as Record<string, string>, { method });
};

Deno.test("isOwnPage: the stack's own page may act, and nobody outside the local stack", () => {
  assert.ok(isOwnPage(act(), true));
  assert.ok(!isOwnPage(act(), false));
});

Deno.test("isOwnPage: each sign of the own page is demanded", () => {
  for (const name of ["origin", "sec-fetch-site", "content-type", actHeader]) {
    assert.ok(!isOwnPage(act({ [name]: null }), true), `without ${name}`);
  }
  assert.ok(!isOwnPage(act({}, "GET"), true));
  assert.ok(!isOwnPage(act({}, "PUT"), true));
});

Deno.test("isOwnPage: forms, other sites and other local ports may not act", () => {
  const form = "application/x-www-form-urlencoded";
  assert.ok(!isOwnPage(act({ "content-type": form }), true));
  assert.ok(!isOwnPage(act({ "content-type": "text/plain" }), true));
  for (const site of ["cross-site", "same-site", "none"]) {
    assert.ok(!isOwnPage(act({ "sec-fetch-site": site }), true), site);
  }
  for (const origin of ["https://evil.example", "http://127.0.0.1:3000", "null", ""]) {
    assert.ok(!isOwnPage(act({ origin }), true), origin);
  }
});

Deno.test("isOwnPage: a foreign name that points at 127.0.0.1 may not act, under its own origin", () => {
  const rebound = { "x-forwarded-host": "evil.example", origin: "http://evil.example" };
  assert.ok(!isOwnPage(act(rebound), true));
  const headers = { ...own, origin: "http://evil.example:4000" };
  const direct = new Request("http://evil.example:4000/dashboard", { method: "POST", headers });
  assert.ok(!isOwnPage(direct, true));
});

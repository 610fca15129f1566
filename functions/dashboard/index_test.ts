import assert from "@std/assert";
import dashboard from "./index.ts";
import { isPageFile } from "./page.ts";

const get = async (path: string, init: RequestInit = {}) =>
  await dashboard.fetch(new Request(`http://127.0.0.1/dashboard${path}`, init));

Deno.test("dashboard: the page may run only its own files, and nobody may frame it", async () => {
  const answer = await get("/local");
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type") ?? "", /^text\/html/);
  const policy = answer.headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /unsafe/);
});

Deno.test("dashboard: the page holds no script, style, key or foreign address of its own", async () => {
  const page = await (await get("/local")).text();
  assert.doesNotMatch(page, /<style|style=|<script>|\son[a-z]+=/);
  assert.doesNotMatch(page, /sb_(secret|publishable)_|https?:\/\//);
});

Deno.test("dashboard: every file of the page is served, and each that it names is there", async () => {
  const named = new Set<string>();
  for await (const { name } of Deno.readDir(new URL("./page/", import.meta.url))) {
    assert.ok(isPageFile(name), `${name} is not served`);
    const answer = await get(`/assets/${name}`);
    const text = await answer.text();
    assert.equal(answer.status, 200, name);
    for (const [, other] of text.matchAll(/(?:\.\/|\/assets\/)([\w-]+\.(?:js|css|svg))/g)) {
      named.add(other ?? "");
    }
  }
  for (const name of named) assert.ok(isPageFile(name), `${name} is named and not there`);
});

Deno.test("dashboard: a file that the browser has is not sent again", async () => {
  const etag = (await get("/assets/app.js")).headers.get("etag") ?? "";
  assert.equal((await get("/assets/app.js", { headers: { "if-none-match": etag } })).status, 304);
});

Deno.test("dashboard: no path leads out of the page's folder", async () => {
  for (const path of ["/assets/..%2findex.ts", "/assets/page.ts", "/assets/toString", "/x"]) {
    const answer = await get(path);
    assert.equal(answer.status, 404, path);
    assert.equal((await answer.json()).details, "route_not_found");
  }
});

Deno.test("dashboard: the bare path leads to the page, and writing is refused", async () => {
  assert.equal((await get("/")).headers.get("location"), "/dashboard/local");
  const answer = await get("/local", { method: "POST" });
  assert.equal(answer.status, 405);
  assert.equal((await answer.json()).details, "method_not_allowed");
});

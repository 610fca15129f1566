import assert from "@std/assert";
import dashboard from "./index.ts";
import { pages } from "./pages.ts";

const get = async (path: string, init: RequestInit = {}) =>
  await dashboard.fetch(new Request(`http://127.0.0.1/dashboard${path}`, init));

const folder = new URL("./page/", import.meta.url);
const addresses = pages.map(({ path }) => path.replace(/:id.*/, "7"));

/** Paths of all files below page/, such as `jobs/main.js`. */
async function filesIn(below: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(new URL(below, folder))) {
    if (isDirectory) found.push(...await filesIn(`${below}${name}/`));
    else found.push(below + name);
  }
  return found;
}

Deno.test("dashboard: a page may run only its own files, and nobody may frame it", async () => {
  for (const address of addresses) {
    const answer = await get(address);
    assert.equal(answer.status, 200, address);
    assert.match(answer.headers.get("content-type") ?? "", /^text\/html/);
    const policy = answer.headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe/);
  }
});

Deno.test("dashboard: a page holds no script, style, key or foreign address of its own", async () => {
  for (const address of addresses) {
    const page = await (await get(address)).text();
    assert.doesNotMatch(page, /<style|style=|<script>|\son[a-z]+=|\{\{/);
    assert.doesNotMatch(page, /sb_(secret|publishable)_|https?:\/\//);
  }
});

Deno.test("dashboard: every page says in the navigation where one is", async () => {
  for (const [n, address] of addresses.entries()) {
    const page = await (await get(address)).text();
    const current = /<a href="\/dashboard([^"]+)" aria-current/.exec(page)?.[1];
    assert.equal(current, pages[n]?.under ?? pages[n]?.path, address);
  }
});

Deno.test("dashboard: every script, style and picture of page/ is served, and each that they name", async () => {
  const files = (await filesIn("")).filter((name) => !name.endsWith(".html"));
  assert.ok(files.length > 30);
  const texts = [...addresses.map((address) => get(address))];
  for (const name of files) {
    const answer = await get(`/assets/${name}`);
    assert.equal(answer.status, 200, name);
    if (name.startsWith("vendor/")) continue;
    const text = await answer.text();
    for (const [, other] of text.matchAll(/from "(\.[^"]+)"/g)) {
      const path = new URL(other ?? "", `http://x/${name}`).pathname.slice(1);
      assert.ok(files.includes(path), `${name} names ${path}, which is not there`);
    }
  }
  for (const answer of await Promise.all(texts)) {
    for (const [, name] of (await answer.text()).matchAll(/\/dashboard\/assets\/([^"]+)"/g)) {
      assert.ok(files.includes(name ?? ""), `a page names ${name}, which is not there`);
    }
  }
});

Deno.test("dashboard: a file that the browser has is not sent again", async () => {
  for (const path of ["/assets/overview/main.js", "/local"]) {
    const etag = (await get(path)).headers.get("etag") ?? "";
    const again = await get(path, { headers: { "if-none-match": etag } });
    assert.equal(again.status, 304, path);
  }
});

Deno.test("dashboard: no path leads out of the page's folder", async () => {
  const outside = [
    "/assets/..%2findex.ts",
    "/assets/..%2F..%2Fmetrics%2findex.ts",
    "/assets/shared/..%2f..%2fapp.ts",
    "/assets/app.ts",
    "/assets/frame.html",
    "/assets/shared",
    "/assets/toString",
    "/jobs/x",
    "/x",
  ];
  for (const path of outside) {
    const answer = await get(path);
    assert.equal(answer.status, 404, path);
    assert.equal((await answer.json()).details, "route_not_found");
  }
});

Deno.test("dashboard: the chart library is the one of package.json, with its licence", async () => {
  const installed = new URL("../../node_modules/uplot/", import.meta.url);
  const copies = {
    "uplot.js": "dist/uPlot.esm.js",
    "uplot.css": "dist/uPlot.min.css",
    "license.txt": "LICENSE",
  };
  for (const [copy, original] of Object.entries(copies)) {
    const text = await Deno.readTextFile(new URL(`vendor/uplot/${copy}`, folder));
    const wanted = await Deno.readTextFile(new URL(original, installed));
    assert.ok(text === wanted, `copy node_modules/uplot/${original} to page/vendor/uplot/${copy}`);
  }
});

Deno.test("dashboard: the bare path leads to the page, and writing is refused", async () => {
  assert.equal((await get("/")).headers.get("location"), "/dashboard/local");
  const answer = await get("/local", { method: "POST" });
  assert.equal(answer.status, 405);
  assert.equal((await answer.json()).details, "method_not_allowed");
});

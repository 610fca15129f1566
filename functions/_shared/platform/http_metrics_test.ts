import assert from "@std/assert";
import { measured, type SendFlush } from "./http_metrics.ts";
import { HttpTally, timeBin, timeLimits } from "./http_tally.ts";
import { routePattern } from "./route_pattern.ts";

const ask = (path: string) => new Request(`http://x${path}`);

/** A measured handler, the flushes it sent, and what it asked its host to wait for. */
function setup(send: SendFlush, answer: (request: Request) => Response | Promise<Response>) {
  const work: Promise<unknown>[] = [];
  const fetch = measured("demo", answer, ["/demo/:name", "/demo/a/*"], {
    send,
    flushAfter: 5,
    waitUntil: (each) => void work.push(each),
  });
  return { fetch, work };
}

Deno.test("measured: answers are told in one flush, by pattern and status", async () => {
  const sent: Parameters<SendFlush>[] = [];
  const { fetch, work } = setup((...flush) => {
    sent.push(flush);
    return Promise.resolve(true);
  }, (request) => new Response(null, { status: request.url.endsWith("bad") ? 400 : 204 }));
  for (const path of ["/demo/1", "/demo/2", "/demo/bad", "/wp-admin.php"]) await fetch(ask(path));
  assert.equal(work.length, 1);
  await Promise.all(work);
  assert.equal(sent.length, 1);
  const told = sent[0]?.[1].map((line) => [line.route, line.status, line.bin_counts.length > 0]);
  assert.deepEqual(told, [
    ["/demo/:name", "204", true],
    ["/demo/:name", "400", true],
    ["(none)", "204", true],
  ]);
  assert.equal(sent[0]?.[1][0]?.bin_counts.reduce((sum, many) => sum + many), 2);
});

Deno.test("measured: a flush that failed is repeated under its number, and what came later follows", async () => {
  const ids: string[] = [];
  const { fetch, work } = setup((id) => {
    ids.push(id);
    return ids.length === 1 ? Promise.reject(new Error("no way")) : Promise.resolve(true);
  }, () => new Response("ok"));
  for (let turn = 0; turn < 3; turn++) {
    await fetch(ask("/demo/1"));
    await Promise.all(work);
  }
  assert.equal(ids[0], ids[1]);
  assert.notEqual(ids[1], ids[2]);
});

Deno.test("measured: what a handler throws is thrown, and counted as 500", async () => {
  let statuses: string[] = [];
  const { fetch, work } = setup((_, lines) => {
    statuses = lines.map((line) => line.status);
    return Promise.resolve(true);
  }, () => Promise.reject(new Error("broken")));
  await assert.rejects(async () => await fetch(ask("/demo/1")), /broken/);
  await Promise.all(work);
  assert.deepEqual(statuses, ["500"]);
});

Deno.test("measured: without a key, or outside a host, the handler is left as it is", () => {
  const handle = () => new Response("ok");
  assert.equal(measured("demo", handle), handle);
});

Deno.test("HttpTally: bins are right to 1 %, places are Prometheus' buckets, lines are bounded", () => {
  const tally = new HttpTally("demo");
  for (const ms of [5, 5.1, 4_000_000]) tally.add("/a", 200, ms);
  const [line] = tally.take();
  assert.deepEqual(line?.places, [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  for (const ms of [0.5, 3, 77, 123_456]) {
    const told = Math.pow(1.01 / 0.99, timeBin(ms)) * 0.99;
    assert.ok(Math.abs(told / ms - 1) <= 0.0101, `${ms} is told as ${told}`);
  }
  assert.equal(timeBin(0), -32768);
  for (let nth = 0; nth < 300; nth++) tally.add(`/${nth}`, 200, 1);
  assert.equal(tally.take().length, 201);
  assert.deepEqual(tally.take(), []);
});

Deno.test("HttpTally: its limits are the database's", async () => {
  const file = new URL("../../../sql/operations/functions/time_place.sql", import.meta.url);
  const [, limits] = /'\{([\d,]+)\}'/.exec(await Deno.readTextFile(file)) ?? [];
  assert.equal(timeLimits.join(","), limits);
});

Deno.test("routePattern: names no id", () => {
  const patterns = ["/events/deliver", "/events/webhooks/:name/secret", "/dashboard/*"];
  assert.equal(routePattern(patterns, "/events/webhooks/mine/secret"), patterns[1]);
  assert.equal(routePattern(patterns, "/dashboard/assets/x.js"), patterns[2]);
  assert.equal(routePattern(patterns, "/dashboard"), "/dashboard/*");
  assert.equal(routePattern(patterns, "/events/webhooks//secret"), "(none)");
  assert.equal(routePattern(patterns, "/events"), "(none)");
});

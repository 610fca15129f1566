import assert from "@std/assert";
import { freshJson } from "./fresh_json.ts";

const ask = (tag?: string) =>
  new Request("http://x/", tag === undefined ? {} : { headers: { "if-none-match": tag } });

Deno.test("freshJson: the same figures at a later time are not sent again", async () => {
  const first = await freshJson(ask(), { at: "12:00", window: { since: "11:00" }, jobs: 3 });
  const tag = first.headers.get("etag") ?? "";
  assert.deepEqual(await first.json(), { at: "12:00", window: { since: "11:00" }, jobs: 3 });

  const later = { at: "12:02", window: { since: "11:02" }, jobs: 3 };
  const second = await freshJson(ask(`W/"other", ${tag}`), later);
  assert.equal(second.status, 304);
  assert.equal(await second.text(), "");
  assert.equal(second.headers.get("etag"), tag);
});

Deno.test("freshJson: other figures are sent, and no cache may keep them for others", async () => {
  const tag = (await freshJson(ask(), { jobs: 3 })).headers.get("etag") ?? "";
  const answer = await freshJson(ask(tag), { jobs: 4 });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("cache-control"), "private, no-cache");
  assert.equal(answer.headers.get("vary"), "authorization, apikey");
});

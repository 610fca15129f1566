import assert from "@std/assert";
import { createHash } from "node:crypto";
import { agentOf, ask, type Case, hold, linkTo, operatorOf, otherTenant, put } from "./calls.ts";

const html = "<!doctype html><script>document.title='ran'</script>";

/** Who may read what, and how. */
export const readingCases: Case[] = [
  [
    "its tenant and an operator read it, with a hash that holds and no way to run",
    async (stack) => {
      const agent = await agentOf(stack);
      const held = await hold(stack, agent);
      const kept = await put(stack, agent, held, "report.html", html, {
        "content-type": "text/html",
      });
      assert.equal(kept.status, 201, JSON.stringify(kept.body));
      for (const who of [agent, operatorOf(stack)]) {
        const { status, headers, body } = await ask(stack, "GET", `/${kept.body.artifact_id}`, who);
        assert.deepEqual([status, body], [200, html]);
        assert.equal(headers.get("etag"), `"${kept.body.sha256}"`);
        assert.equal(headers.get("content-type"), "text/plain; charset=utf-8");
        assert.equal(headers.get("content-disposition"), 'inline; filename="report.html"');
        assert.equal(headers.get("x-content-type-options"), "nosniff");
        assert.match(headers.get("content-security-policy")!, /default-src 'none'.*sandbox/);
      }
      const binary = await put(stack, agent, held, "core", "\u007fELF", { "content-type": "a/b" });
      const { headers } = await ask(stack, "GET", `/${binary.body.artifact_id}`, agent);
      assert.equal(headers.get("content-type"), "application/octet-stream");
      assert.equal(headers.get("content-disposition"), 'attachment; filename="core"');
    },
  ],
  ["another tenant's, one that is not there and nonsense answer alike", async (stack) => {
    const agent = await agentOf(stack);
    const { body } = await put(stack, agent, await hold(stack, agent), "a.txt", "mine");
    const stranger = await agentOf(stack, { tenant_id: otherTenant });
    const texts = new Set<string>();
    for (const id of [body.artifact_id, crypto.randomUUID(), "nonsense", "..%2f..%2fkeys.json"]) {
      const refused = await ask(stack, "GET", `/${id}`, stranger);
      assert.deepEqual([refused.status, refused.body.details], [404, "artifact_not_found"], id);
      texts.add(refused.body.message.replace(decodeURIComponent(id), "ID"));
    }
    assert.equal(texts.size, 1, [...texts].join("\n"));
    const links = await ask(stack, "POST", "/links", stranger, {
      artifact_ids: [body.artifact_id, crypto.randomUUID()],
    });
    assert.deepEqual(links.body.map((one: { url: null }) => one.url), [null, null]);
    const nobody = await ask(stack, "GET", `/${body.artifact_id}`);
    assert.deepEqual([nobody.status, nobody.body.details], [401, "missing_key"]);
    const unscoped = await agentOf(stack, { scopes: ["artifacts:write"] });
    for (
      const [method, path, sent] of [["GET", `/${body.artifact_id}`], ["POST", "/links", links]]
    ) {
      const asked = sent ? { artifact_ids: [body.artifact_id] } : undefined;
      const refused = await ask(stack, method as string, path as string, unscoped, asked);
      assert.deepEqual([refused.status, refused.body.details], [403, "insufficient_scope"]);
    }
  }],
  ["a range, a condition and HEAD are answered as they should be", async (stack) => {
    const agent = await agentOf(stack);
    const { body } = await put(stack, agent, await hold(stack, agent), "ten.txt", "0123456789");
    const get = (more: Record<string, string>, method = "GET") =>
      ask(stack, method, `/${body.artifact_id}`, { ...agent, ...more });
    const etag = `"${body.sha256}"`;
    for (
      const [range, status, text, told] of [
        ["bytes=2-4", 206, "234", "bytes 2-4/10"],
        ["bytes=7-", 206, "789", "bytes 7-9/10"],
        ["bytes=-2", 206, "89", "bytes 8-9/10"],
        ["bytes=8-99", 206, "89", "bytes 8-9/10"],
        ["bytes=10-", 416, "", "bytes */10"],
        ["bytes=4-2", 200, "0123456789", null],
        ["bytes=0-1,3-4", 200, "0123456789", null],
      ] as const
    ) {
      const answer = await get({ range });
      const seen = [answer.status, answer.body, answer.headers.get("content-range")];
      assert.deepEqual(seen, [status, text, told], range);
    }
    assert.equal((await get({ "if-none-match": etag })).status, 304);
    assert.equal((await get({ range: "bytes=0-0", "if-range": '"another"' })).status, 200);
    assert.equal((await get({ range: "bytes=0-0", "if-range": etag })).status, 206);
    const head = await get({}, "HEAD");
    assert.deepEqual([head.status, head.body, head.headers.get("etag")], [200, "", etag]);
    assert.equal((await ask(stack, "DELETE", `/${body.artifact_id}`, agent)).status, 405);
  }],
  ["a large file comes whole, and its last byte alone", async (stack) => {
    const agent = await agentOf(stack);
    const bytes = new Uint8Array(3_000_000).map((_, at) => at % 251);
    const held = await hold(stack, agent);
    const { body } = await put(stack, agent, held, "big.bin", bytes, { "content-type": "a/b" });
    assert.equal(body.size_bytes, bytes.length);
    const answer = await fetch(await linkTo(stack, agent, body.artifact_id));
    const read = new Uint8Array(await answer.arrayBuffer());
    assert.equal(createHash("sha256").update(read).digest("hex"), body.sha256);
    const last = await ask(stack, "GET", `/${body.artifact_id}`, { ...agent, range: "bytes=-1" });
    assert.equal(last.headers.get("content-range"), "bytes 2999999-2999999/3000000");
  }],
];

// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import { type Sent, withGateway } from "../_shared/platform/fake_gateway.ts";
import dashboard from "./index.ts";

const key = "sb_secret_for_this_test_only";
const refused = { code: "42501", message: "permission denied", details: null, hint: null };
const missing = { code: "PGRST202", message: "no such function", details: null, hint: null };

const withDatabase = (use: (sent: readonly Sent[]) => Promise<void>, isLocal = false) =>
  withGateway({
    secret: key,
    answer(rpc) {
      if (rpc === "list_alerts") return { status: 404, body: missing };
      if (rpc === "pause") return { status: 403, body: refused };
      return { body: [{ rpc }] };
    },
    environment: isLocal ? { COGO_LOCAL: "1" } : {},
  }, use);

const ask = async (path: string, init: RequestInit = {}, at = "http://127.0.0.1:4000") =>
  await dashboard.fetch(new Request(`${at}/dashboard/api/${path}`, init));

const own = {
  "x-forwarded-host": "127.0.0.1:54321",
  origin: "http://127.0.0.1:54321",
  "sec-fetch-site": "same-origin",
  "x-cogo-act": "dashboard",
  "content-type": "application/json",
};

const act = (rpc: string, headers: Record<string, string>, body = "{}", at?: string) =>
  ask(`act/${rpc}`, { method: "POST", headers, body }, at);

const argsOf = (args: unknown) => `args=${encodeURIComponent(JSON.stringify(args))}`;

Deno.test("dashboard reads: an operator's arguments reach the RPC, and what is known is not sent again", () =>
  withDatabase(async (sent) => {
    const path = `read/list_jobs?${argsOf({ row_limit: 5, only_state: "failed" })}`;
    const answer = await ask(path, { headers: { apikey: key } });
    assert.deepEqual(await answer.json(), [{ rpc: "list_jobs" }]);
    assert.deepEqual(sent.at(-1), {
      path: "/rest/v1/rpc/list_jobs",
      args: { row_limit: 5, only_state: "failed" },
      key,
    });
    const known = { apikey: key, "if-none-match": answer.headers.get("etag") ?? "" };
    assert.equal((await ask(path, { headers: known })).status, 304);
  }));

Deno.test("dashboard reads: no key, no answer; in the local stack its own page needs none", async () => {
  await withDatabase(async (sent) => {
    const answer = await ask("read/list_jobs");
    assert.deepEqual([answer.status, (await answer.json()).details], [401, "missing_key"]);
    assert.deepEqual(sent, []);
  });
  await withDatabase(async () => {
    assert.equal((await ask("read/list_jobs")).status, 200);
    const foreign = { headers: { "sec-fetch-site": "cross-site" } };
    assert.equal((await ask("read/list_jobs", foreign)).status, 401);
    assert.equal((await ask("read/list_jobs", {}, "http://evil.example")).status, 401);
  }, true);
});

Deno.test("dashboard: only RPCs of the lists are called, and no act by a read or a read by an act", () =>
  withDatabase(async (sent) => {
    const headers = { ...own, apikey: key };
    for (const rpc of ["enqueue_jobs", "cancel_jobs", "toString", "add", "get_job/x", ""]) {
      const answer = await ask(`read/${rpc}`, { headers });
      assert.deepEqual(
        [answer.status, (await answer.json()).details],
        [404, "route_not_found"],
        rpc,
      );
    }
    for (const rpc of ["enqueue_jobs", "list_jobs", "remove_schedule", "constructor"]) {
      assert.equal((await act(rpc, headers)).status, 404, rpc);
    }
    assert.deepEqual(sent, []);
  }));

Deno.test("dashboard: malformed arguments are named", () =>
  withDatabase(async (sent) => {
    const headers = { ...own, apikey: key };
    for (const query of ["args=1", "args=[]", "args={", "args=null", "rpc=x", "args={}&more=1"]) {
      const answer = await ask(`read/list_jobs?${query}`, { headers });
      assert.deepEqual(
        [answer.status, (await answer.json()).details],
        [400, "bad_argument"],
        query,
      );
    }
    for (const body of ["", "1", "[]", "null", "{"]) {
      const answer = await act("cancel_jobs", headers, body);
      assert.deepEqual([answer.status, (await answer.json()).details], [400, "bad_argument"], body);
    }
    assert.deepEqual(sent, []);
  }));

Deno.test("dashboard: what the database refuses is passed on, a missing RPC as such", () =>
  withDatabase(async () => {
    const headers = { ...own, apikey: key };
    const none = await ask("read/list_alerts", { headers });
    assert.deepEqual([none.status, (await none.json()).code], [404, "PGRST202"]);
    const forbidden = await act("pause", headers);
    assert.deepEqual([forbidden.status, await forbidden.json()], [403, refused]);
  }));

Deno.test("dashboard acts: the local stack's own page acts, with arguments, once per request", () =>
  withDatabase(async (sent) => {
    const answer = await act("redrive_dead_letters", own, '{"job_ids": [7]}');
    assert.deepEqual(await answer.json(), [{ rpc: "redrive_dead_letters" }]);
    assert.equal(answer.headers.get("cache-control"), "no-store");
    assert.deepEqual(sent.map(({ args }) => args), [{ job_ids: [7] }]);
  }, true));

Deno.test("dashboard acts: forged, foreign and incomplete requests do nothing", () =>
  withDatabase(async (sent) => {
    const without = (name: string) =>
      Object.fromEntries(Object.entries(own).filter(([known]) => known !== name));
    const attempts: [string, Record<string, string>, string?][] = [
      ["a form of another site", { ...own, "content-type": "text/plain" }],
      ["no header that forces a preflight", without("x-cogo-act")],
      ["a browser that tells nothing", without("sec-fetch-site")],
      ["no origin", without("origin")],
      ["a foreign origin", { ...own, origin: "https://evil.example" }],
      ["another local port", { ...own, origin: "http://127.0.0.1:3000" }],
      ["a sandboxed frame", { ...own, origin: "null" }],
      ["another site", { ...own, "sec-fetch-site": "cross-site" }],
      ["typed into the address bar", { ...own, "sec-fetch-site": "none" }],
      ["a rebound name", {
        ...own,
        origin: "http://evil.example",
        "x-forwarded-host": "evil.example",
      }],
      ["a rebound name at the function itself", { ...own }, "http://evil.example:4000"],
    ];
    for (const [name, headers, at] of attempts) {
      const answer = await act("cancel_jobs", headers, '{"job_ids": [1]}', at);
      assert.deepEqual([answer.status, (await answer.json()).details], [401, "missing_key"], name);
    }
    assert.equal((await act("cancel_jobs", { ...own, apikey: "sb_secret_forged" })).status, 401);
    assert.deepEqual(sent, []);
  }, true));

Deno.test("dashboard acts: nothing acts by GET, and no other origin is allowed to ask", () =>
  withDatabase(async (sent) => {
    for (const method of ["GET", "PUT", "DELETE", "OPTIONS"]) {
      const answer = await ask("act/cancel_jobs", { method, headers: { ...own, apikey: key } });
      assert.deepEqual([answer.status, answer.headers.get("allow")], [405, "POST"], method);
      assert.equal(answer.headers.get("access-control-allow-origin"), null);
    }
    assert.deepEqual(sent, []);
  }, true));

Deno.test("dashboard acts: outside the local stack even its own page needs a key", () =>
  withDatabase(async (sent) => {
    assert.equal((await act("cancel_jobs", own)).status, 401);
    assert.deepEqual(sent, []);
    assert.equal((await act("cancel_jobs", { apikey: key })).status, 200);
  }));

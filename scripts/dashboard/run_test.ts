// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import { fileURLToPath } from "node:url";
import { allScopes } from "../../functions/_shared/access/scopes.ts";
import { callAsOperator, enqueue, recordRuns } from "../../functions/dashboard/example_data.ts";
import { buryJobs } from "../../functions/dashboard/example_work.ts";
import { layPreparedData } from "../stack/prepared_data.ts";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import type { Stack } from "../stack/stack_settings.ts";
import { forwardedPath } from "./forwarded.ts";
import { serveRemoteDashboard } from "./remote_dashboard.ts";

const runFile = fileURLToPath(new URL("./run.ts", import.meta.url));
const agentTenant = "00000000-0000-4000-8000-00000000000a";
const agentId = "00000000-0000-4000-8000-0000000000a1";
const cause = { class: "permanent", stage: "exec", reason: "timeout", message: "too late" };

function start(args: string[], env: Record<string, string>) {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--no-prompt", runFile, ...args],
    env: { SUPABASE_URL: "", SUPABASE_SECRET_KEYS: "", SUPABASE_SECRET_KEY: "", ...env },
    stdout: "piped",
    stderr: "piped",
  });
}

async function withStack(work: (stack: Stack) => Promise<void>): Promise<void> {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-remote-" });
  await layPreparedData(dataFolder);
  const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
  try {
    await work(stack);
  } finally {
    await stack.close();
    await Deno.remove(dataFolder, { recursive: true });
  }
}

const own = (url: string) => ({
  origin: url,
  "sec-fetch-site": "same-origin",
  "x-cogo-act": "dashboard",
  "content-type": "application/json",
});

async function act(url: string, rpc: string, args: unknown, headers: Record<string, string>) {
  const body = JSON.stringify(args);
  const answer = await fetch(`${url}/dashboard/api/act/${rpc}`, { method: "POST", headers, body });
  return { status: answer.status, body: await answer.json() };
}

async function read(url: string, rpc: string, args: unknown, headers: HeadersInit = {}) {
  const query = `args=${encodeURIComponent(JSON.stringify(args))}`;
  const answer = await fetch(`${url}/dashboard/api/read/${rpc}?${query}`, { headers });
  return { status: answer.status, body: await answer.json() };
}

/** The first line of the answer to a request under a name that fetch would not send. */
async function askAs(host: string, url: string, path: string): Promise<string> {
  const connection = await Deno.connect({ hostname: "127.0.0.1", port: Number(new URL(url).port) });
  const request = `GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;
  await connection.write(new TextEncoder().encode(request));
  const text = await new Response(connection.readable).text();
  return text.split("\r\n")[0] ?? "";
}

Deno.test("dashboard of a project: only the page's own links are passed on", () => {
  assert.equal(forwardedPath("/api/metrics/gate/summary"), "/functions/v1/metrics/gate/summary");
  assert.equal(forwardedPath("/metrics"), "/functions/v1/metrics/prometheus");
  for (
    const path of [
      "/rest/v1/rpc/cancel_jobs",
      "/auth/v1/admin/users",
      "/functions/v1/key-vault",
      `/artifacts/${"a".repeat(64)}`,
      "/functions/v1/artifacts/links",
      "/storage/v1/object/authenticated/artifacts/9f/diff.patch",
      "/storage/v1/bucket",
      "/api/metrics/..%2fx",
    ]
  ) assert.equal(forwardedPath(path), undefined, path);
});

Deno.test("dashboard of a project: wrong usage, a missing key and a dead project are told", async () => {
  const told = async (args: string[], env: Record<string, string>) => {
    const { code, stdout, stderr } = await start(args, env).output();
    return { code, text: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
  };
  const [help, unknown, keyless, dead] = await Promise.all([
    told(["--help"], {}),
    told(["--key", "sb_secret_x"], {}),
    told(["--url", "http://127.0.0.1:9"], {}),
    told(["--url", "http://127.0.0.1:9", "--port", "0"], {
      SUPABASE_SECRET_KEY: "sb_secret_dead0",
    }),
  ]);
  assert.equal(help.code, 0);
  assert.match(help.text, /--read-only/);
  assert.equal(unknown.code, 2);
  assert.equal(keyless.code, 1);
  assert.match(keyless.text, /SUPABASE_SECRET_KEY/);
  assert.equal(dead.code, 1);
  assert.match(dead.text, /does not answer/);
  assert.doesNotMatch(dead.text, /sb_secret_dead0/);
});

Deno.test({
  name: "dashboard of a project, and its reads and acts",
  sanitizeOps: false,
  sanitizeResources: false,
  fn: (t) =>
    withStack(async (stack) => {
      const { url: project, secret_key: key } = stack.file;
      const artifact = await recordRuns(stack);
      await enqueue(stack, "demo.a", 3);
      await buryJobs(stack, "demo.dead", 2, cause);

      await t.step(
        "the command serves the pages, without the key, and ends when told",
        async () => {
          const child = start(["--url", project, "--port", "0", "--json"], {
            SUPABASE_SECRET_KEY: key,
          }).spawn();
          const reader = child.stdout.getReader();
          const line = new TextDecoder().decode((await reader.read()).value);
          const { url } = JSON.parse(line) as { url: string };
          const page = await (await fetch(url)).text();
          assert.match(page, new RegExp(`COGO ${new URL(project).host}`));
          assert.doesNotMatch(page + line, /sb_secret_/);
          const base = new URL(url).origin;
          assert.equal((await read(base, "list_jobs", {})).body.length, 5);
          child.kill("SIGTERM");
          await reader.cancel();
          const { code } = await child.status;
          await child.stderr.cancel();
          assert.equal(code, 0);
        },
      );

      const remote = serveRemoteDashboard({ project, key, port: 0, readOnly: false });
      const shown = serveRemoteDashboard({ project, key, port: 0, readOnly: true });
      const { url } = remote;

      await t.step("its page acts; strangers do not", async () => {
        const { body } = await act(url, "redrive_dead_letters", { job_ids: [4] }, own(url));
        assert.equal(body[0].outcome, "redriven");
        for (const origin of ["https://evil.example", shown.url, "null"]) {
          const { status } = await act(url, "cancel_jobs", { job_ids: [1] }, {
            ...own(url),
            origin,
          });
          assert.equal(status, 401, origin);
        }
        const plain = { ...own(url), "content-type": "text/plain" };
        assert.equal((await act(url, "cancel_jobs", { job_ids: [1] }, plain)).status, 401);
        assert.equal(
          (await read(url, "list_jobs", {}, { origin: "https://x.example" })).status,
          401,
        );
        assert.equal((await read(url, "get_job", { job_id: 1 })).body.state, "queued");
      });

      await t.step("it answers to this machine's names only", async () => {
        assert.match(await askAs("evil.example", url, "/dashboard/local"), / 403 /);
        assert.match(await askAs("evil.example", url, "/api/metrics/summary"), / 403 /);
        assert.match(await askAs("localhost", url, "/dashboard/local"), / 200 /);
      });

      await t.step("--read-only shows and does nothing", async () => {
        assert.match(await (await fetch(`${shown.url}/dashboard/local`)).text(), /data-acts="no"/);
        const { status, body } = await act(
          shown.url,
          "cancel_jobs",
          { job_ids: [1] },
          own(shown.url),
        );
        assert.deepEqual([status, body.details], [403, "operators_only"]);
        assert.equal((await read(shown.url, "list_jobs", {})).status, 200);
      });

      await t.step("its links open, and nothing in them may run", async () => {
        const summary = await fetch(`${url}/api/metrics/summary?window_minutes=5`);
        assert.equal((await summary.json()).window.minutes, 5);
        const file = await fetch(`${url}/dashboard/artifacts/${artifact.artifact_id}`);
        assert.match(file.headers.get("content-security-policy") ?? "", /sandbox/);
        assert.equal(await file.text(), artifact.text);
        const foreign = await fetch(`${url}/metrics`, {
          headers: { "sec-fetch-site": "cross-site" },
        });
        assert.equal(foreign.status, 403);
        assert.equal((await fetch(`${url}/rest/v1/`)).status, 404);
        await foreign.body?.cancel();
      });

      await t.step("an agent sees its tenant and may do what its RPCs let it", async () => {
        const claims = { role: "authenticated", sub: agentId, agent_id: agentId };
        const scopes = [...allScopes];
        const token = await stack.tokens.sign({ ...claims, scopes, tenant_id: agentTenant }, 60);
        const agent = { authorization: `Bearer ${token}`, "content-type": "application/json" };
        assert.deepEqual((await read(project, "list_jobs", {}, agent)).body, []);
        assert.equal((await read(project, "get_job", { job_id: 1 }, agent)).status, 404);
        const cancelled = await act(project, "cancel_jobs", { job_ids: [1] }, agent);
        assert.deepEqual(cancelled.body, [{ job_id: 1, outcome: "not_found" }]);
        const lane = { scope: "lane", name: "default" };
        assert.equal((await act(project, "pause", lane, agent)).status, 403);
        assert.equal((await read(project, "list_limits", {}, agent)).status, 403);
        const [{ state }] = await callAsOperator(stack, "list_jobs", { before_job_id: 2 }) as [
          { state: string },
        ];
        assert.equal(state, "queued");
      });

      await t.step(
        "the stack's own page acts through the front door, a rebound name does not",
        async () => {
          const { body } = await act(project, "cancel_jobs", { job_ids: [2] }, own(project));
          assert.equal(body[0].outcome, "cancelled");
          const forged = { ...own(project), origin: "http://evil.example" };
          assert.equal((await act(project, "cancel_jobs", { job_ids: [3] }, forged)).status, 401);
          const forwarded = { ...own(project), "x-forwarded-host": "evil.example" };
          const { status } = await act(project, "cancel_jobs", { job_ids: [3] }, forwarded);
          assert.equal(status, 200); // the front door writes that header itself
        },
      );

      await Promise.all([remote.close(), shown.close()]);
    }),
});

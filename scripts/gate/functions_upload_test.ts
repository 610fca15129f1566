// needs: the Supabase CLI
import assert from "@std/assert";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "@std/path";
import { fileURLToPath } from "node:url";
import { runNodeTool } from "../db/node_tool.ts";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** What a function answers to a request without a key, from the files that were uploaded alone. */
const questions = [
  { slug: "agent-token", method: "POST", path: "/agent-token", status: 401 },
  { slug: "artifacts", method: "POST", path: "/artifacts/links", status: 401 },
  { slug: "dashboard", method: "GET", path: "/dashboard/local", status: 200 },
  { slug: "dashboard", method: "GET", path: "/dashboard/assets/overview/main.js", status: 200 },
  { slug: "dashboard", method: "GET", path: "/dashboard/jobs/1", status: 200 },
  {
    slug: "dashboard",
    method: "GET",
    path: "/dashboard/assets/vendor/uplot/uplot.js",
    status: 200,
  },
  { slug: "events", method: "POST", path: "/events/deliver", status: 401 },
  { slug: "ingress", method: "POST", path: "/ingress/jobs", status: 401 },
  { slug: "key-vault", method: "POST", path: "/key-vault", status: 401 },
  { slug: "metrics", method: "GET", path: "/metrics/summary", status: 401 },
  { slug: "notify", method: "POST", path: "/notify/deliver", status: 401 },
  { slug: "router-select", method: "POST", path: "/router-select", status: 401 },
  { slug: "schedule", method: "POST", path: "/schedule/weekly", status: 401 },
];

const ask = `
const [entry, method, url] = Deno.args;
const { default: { fetch } } = await import(entry);
const response = await fetch(new Request(url, { method }));
console.log(JSON.stringify({ status: response.status, text: await response.text() }));
`;

type Uploads = Map<string, Map<string, Uint8Array>>;

/** Stands where Supabase's management API would, and keeps what the CLI sends for each function. */
function standIn(uploads: Uploads) {
  return Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (request) => {
    const slug = new URL(request.url).searchParams.get("slug");
    if (slug !== null) {
      const parts = [...(await request.formData()).values()].filter((part) => part instanceof File);
      const files = await Promise.all(
        parts.map(async (one) => [one.name, await one.bytes()] as const),
      );
      uploads.set(slug, new Map(files));
    }
    if (request.method === "GET") return Response.json([]);
    const times = { created_at: 1, updated_at: 1, version: 1 };
    const known = { id: crypto.randomUUID(), slug, name: slug, status: "ACTIVE", ...times };
    return Response.json(known, { status: slug === null ? 200 : 201 });
  });
}

async function deployTo(port: number, home: string): Promise<void> {
  const here = `http://127.0.0.1:${port}`;
  const profile = join(home, "profile.yaml");
  const hosts = `api_url: ${here}\ndashboard_url: ${here}\nproject_host: localhost.test\n`;
  await writeFile(profile, `name: stand-in\n${hosts}`);
  const options = ["--use-api", "--remote=abcdefghijklmnopqrst", "--profile", profile, "--yes"];
  const token = `sbp_${"0".repeat(40)}`;
  const env = { HOME: home, SUPABASE_ACCESS_TOKEN: token };
  const result = await runNodeTool("supabase", ["functions", "deploy", ...options], env);
  assert.equal(result.code, 0, result.stdout + result.stderr);
}

const systemSettings = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Deno.env.toObject()).filter(([name]) =>
      /^(PATH|HOME|DENO_DIR|TEMP|TMPDIR|USERPROFILE|SYSTEMROOT|LOCALAPPDATA)$/i.test(name)
    ),
  );

async function layOut(files: Map<string, Uint8Array>, folder: string): Promise<void> {
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  await symlink(join(top, "node_modules"), join(folder, "node_modules"), "junction");
  await writeFile(join(folder, "ask.ts"), ask);
}

Deno.test("functions: what `supabase functions deploy` uploads is enough to answer", async () => {
  const home = await mkdtemp(join(tmpdir(), "cogo-upload-"));
  const uploads: Uploads = new Map();
  const server = standIn(uploads);
  try {
    await deployTo(server.addr.port, home);
    assert.deepEqual([...uploads.keys()].sort(), [...new Set(questions.map(({ slug }) => slug))]);
    for (const [slug, files] of uploads) {
      const strangers = [...files.keys()].filter((name) =>
        name !== "deno.json" && (!name.startsWith("functions/") || /_test\.ts$/.test(name))
      );
      assert.deepEqual(strangers, [], `${slug} uploads only what it imports in functions/`);
      await layOut(files, join(home, slug));
    }
    for (const { slug, method, path, status } of questions) {
      const folder = join(home, slug);
      const entry = `./functions/${slug}/index.ts`;
      const flags = ["-A", "--no-check", "--no-prompt", "--config", join(folder, "deno.json")];
      const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: ["run", ...flags, "ask.ts", entry, method, `http://127.0.0.1:9${path}`],
        cwd: folder,
        clearEnv: true, // other tests may have left settings of a local stack in ours
        env: { ...systemSettings(), SUPABASE_URL: "http://127.0.0.1:9" },
      }).output();
      const [said, problems] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
      assert.match(said ?? "", /^\{/, problems);
      const answer = JSON.parse(said ?? "") as { status: number; text: string };
      assert.equal(answer.status, status, `${method} ${path}: ${answer.text.slice(0, 300)}`);
    }
  } finally {
    await server.shutdown();
    await rm(home, { recursive: true, force: true });
  }
});

import assert from "@std/assert";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { demand } from "../../command_line/demand.ts";
import { readTarball } from "../../postgres/read_tarball.ts";
import { takeSnapshot } from "../snapshot/take.ts";
import { type Ground } from "./collect.ts";
import { makeBundle, type Sources } from "./bundle.ts";
import { Repository } from "./git.ts";

const { success: hasTar } = await new Deno.Command("sh", {
  args: ["-c", "command -v tar && command -v gzip"],
})
  .output();
if (!hasTar) console.warn("SKIPPED: the archive of the evidence by tar: it or gzip is not here.");

const who = [
  "-c",
  "user.name=t",
  "-c",
  "user.email=t@t.example",
  "-c",
  "init.defaultBranch=main",
  "-c",
  "commit.gpgsign=false",
];
const none: Sources = { snapshot: undefined, regression: undefined, ciLogs: undefined };
const since = new Date(Date.now() - 86_400_000);

/** A repository with a spec, and a branch that was merged. */
async function makeRepository(folder: string): Promise<Repository> {
  const git = (...args: string[]) => demand("git", [...who, ...args], folder);
  const write = async (path: string, text: string) => {
    await Deno.mkdir(join(folder, path, ".."), { recursive: true });
    await Deno.writeTextFile(join(folder, path), text);
  };
  await Deno.mkdir(folder);
  await git("init", "-q");
  await write("docs/specs/STATE_MACHINE_V1.md", "# Job state machine <v1>\n");
  await git("add", ".");
  await git("commit", "-qm", "Begin");
  await git("checkout", "-qb", "work");
  await write("src/a.ts", "1\n");
  await git("add", ".");
  await git("commit", "-qm", "Work");
  await git("checkout", "-q", "main");
  await git("merge", "-q", "--no-ff", "-m", "Merge <b>work</b>", "work");
  await write("docs/specs/NOT_COMMITTED.md", "# Not committed\n");
  return new Repository(folder);
}

async function withFolder(use: (folder: string, ground: Omit<Ground, "bundle">) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "cogo-evidence-" });
  try {
    const repository = await makeRepository(join(folder, "repository"));
    await use(folder, { repository, since, github: undefined });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** A snapshot of nothing. */
const source = {
  kind: "api" as const,
  is_consistent: false,
  call: (name: string, args: object) =>
    Promise.resolve(
      name === "list_snapshot_parts"
        ? { documents: ["versions", "verify"], tables: [] }
        : (args as { part: string }).part === "verify"
        ? []
        : { at: "2026-11-26T00:00:00Z" },
    ),
};

Deno.test("evidence: every part is listed with hashes and citations, on a page and in an archive of the same", () =>
  withFolder(async (folder, ground) => {
    const [logs, regression, snapshot] = ["logs", "regression", "snapshot"].map((name) =>
      join(folder, name)
    ) as [string, string, string];
    await Deno.mkdir(join(logs, "check"), { recursive: true });
    await Deno.writeTextFile(join(logs, "check", "1 & <2>.txt"), "ok\n");
    await Deno.mkdir(regression);
    const report = { verdict: "passed", commit: "0123456789abcdef", figures: [1, 2] };
    await Deno.writeTextFile(join(regression, "regression.json"), JSON.stringify(report));
    await takeSnapshot(source, snapshot, { product: "test" });
    const out = join(folder, "out");
    const { evidence, page, archive } = await makeBundle(out, "2026-W48", ground, {
      snapshot,
      regression,
      ciLogs: logs,
    });

    assert.deepEqual(evidence.parts.map(({ id, missing }) => [id, missing]), [
      ["specs", undefined],
      ["ci-logs", undefined],
      ["snapshot", undefined],
      ["regression", undefined],
      ["pull-requests", undefined],
    ]);
    const html = await Deno.readTextFile(page);
    for (const { claims } of evidence.parts) {
      for (const { files, cites } of claims) {
        assert.ok(files.length + cites.length > 0, "each claim rests on something");
        for (const { path, sha256 } of files) {
          const bytes = await Deno.readFile(join(out, path));
          assert.equal(createHash("sha256").update(bytes).digest("hex"), sha256, path);
          assert.ok(html.includes(sha256), path);
        }
        for (const { path, commit } of cites) {
          assert.ok(html.includes(`${path}@${commit.slice(0, 12)}`));
        }
      }
    }
    const [specs, , , , pulls] = evidence.parts;
    assert.deepEqual(
      specs!.claims.map(({ says }) => says),
      ["Job state machine <v1>"],
      "only what is committed",
    );
    assert.deepEqual(pulls!.claims[0]!.cites.map(({ path }) => path), ["src/a.ts"]);
    assert.match(html, /Merge &lt;b&gt;work&lt;\/b&gt;/);
    assert.doesNotMatch(html, /<script|src=|@import|url\(/, "the page needs nothing else");
    assert.match(html, /Regression: passed, 2 figures at 0123456789ab/);

    // A tar of the system's own looks at the sums of the headers as well.
    if (hasTar) await demand("tar", ["-tzf", archive], folder);
    const unpacked = new Map(
      (await readTarball(archive)).map(({ path, bytes }) => [path, bytes]),
    );
    const inside = (path: string) => unpacked.get(`evidence-2026-W48/${path}`)!;
    assert.equal(new TextDecoder().decode(inside("index.html")), html);
    for (
      const file of evidence.parts.flatMap(({ claims }) => claims).flatMap(({ files }) => files)
    ) {
      assert.equal(createHash("sha256").update(inside(file.path)).digest("hex"), file.sha256);
    }
    await assert.rejects(makeBundle(out, "2026-W48", ground, none), /already/);
  }));

Deno.test("evidence: what is not there is told as missing, and nothing is said of it", () =>
  withFolder(async (folder, ground) => {
    const changed = join(folder, "snapshot");
    await takeSnapshot(source, changed, { product: "test" });
    await Deno.writeTextFile(join(changed, "verify.json"), "[1]");
    const sources = { snapshot: changed, regression: join(folder, "nowhere"), ciLogs: undefined };
    const { evidence, page } = await makeBundle(join(folder, "out"), "2026-W48", ground, sources);
    const missing = Object.fromEntries(
      evidence.parts.filter((part) => part.missing).map((part) => [part.id, part.missing]),
    );
    assert.deepEqual(Object.keys(missing), ["ci-logs", "snapshot", "regression"]);
    assert.match(missing["snapshot"]!, /verify\.json is not as the manifest says/);
    assert.match(missing["ci-logs"]!, /no GITHUB_TOKEN/);
    assert.ok(evidence.parts.every((part) => !part.missing || part.claims.length === 0));
    const html = await Deno.readTextFile(page);
    assert.equal(html.match(/2 of 5 parts are here/)?.length, 1);

    const byCriterion = Object.fromEntries(evidence.acceptance.map((row) => [row.criterion, row]));
    const machine = byCriterion[
      "Job state machine is formalized and consistently applied: queued → assigned → running → succeeded | failed | cancelled."
    ]!;
    assert.deepEqual(machine.cites.map(({ path }) => path), ["docs/specs/STATE_MACHINE_V1.md"]);
    assert.ok(
      machine.missing.includes("sql/jobs/views/job_states.sql"),
      "this repository has none",
    );
    const research =
      byCriterion["Research: evidence-backed summarization and internal-first retrieval."]!;
    assert.deepEqual([research.cites, research.missing], [[], []]);
    assert.match(html, /internal-first retrieval\.<\/td><td><b class="missing">missing/);
    assert.equal(evidence.acceptance.length, 14, "every criterion of the plan has its row");
  }));

Deno.test("evidence: GitHub's runs and pull requests are cited; a refusal is told as missing", () =>
  withFolder(async (folder, ground) => {
    const sha = "a".repeat(40);
    const answers: Record<string, unknown> = {
      "/repos/acme/core/actions/runs": {
        workflow_runs: [
          {
            id: 1,
            name: "ci",
            head_sha: sha,
            conclusion: "success",
            html_url: "https://github.com/acme/core/actions/runs/1",
          },
          {
            id: 2,
            name: "ci",
            head_sha: sha,
            conclusion: "failure",
            html_url: "https://github.com/acme/core/actions/runs/2",
          },
        ],
      },
      "/repos/acme/core/pulls": [
        {
          number: 7,
          title: "Add a",
          html_url: "https://github.com/acme/core/pull/7",
          merged_at: new Date().toISOString(),
          merge_commit_sha: sha,
        },
        {
          number: 6,
          title: "Old",
          html_url: "https://github.com/acme/core/pull/6",
          merged_at: "2020-01-01T00:00:00Z",
          merge_commit_sha: sha,
        },
        {
          number: 5,
          title: "Not merged",
          html_url: "https://github.com/acme/core/pull/5",
          merged_at: null,
          merge_commit_sha: sha,
        },
      ],
      "/repos/acme/core/pulls/7/files": [{ filename: "src/a.ts" }],
    };
    const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
      const path = new URL(request.url).pathname;
      if (request.headers.get("authorization") !== "Bearer t") {
        return new Response("Bad credentials", { status: 401 });
      }
      if (path === "/repos/acme/core/actions/runs/1/logs") return new Response("a zip");
      return path in answers ? Response.json(answers[path]) : new Response("Gone", { status: 410 });
    });
    const github = {
      apiUrl: `http://127.0.0.1:${server.addr.port}`,
      repository: "acme/core",
      token: "t",
    };
    try {
      const { evidence } = await makeBundle(
        join(folder, "one"),
        "2026-W48",
        { ...ground, github },
        none,
      );
      const [ci, pulls] = ["ci-logs", "pull-requests"].map((id) =>
        evidence.parts.find((part) => part.id === id)!
      );
      assert.deepEqual(ci!.claims.map(({ files }) => files.map(({ path }) => path)), [[
        "ci-logs/1.zip",
      ], []]);
      assert.match(ci!.claims[1]!.says, /failure .*its logs are not kept any more/);
      assert.deepEqual(pulls!.claims.map(({ says, cites }) => [says, cites]), [
        ["#7 Add a (https://github.com/acme/core/pull/7), 1 files", [{
          path: "src/a.ts",
          commit: sha,
        }]],
      ]);
      const refused = { ...github, token: "wrong" };
      const second = await makeBundle(join(folder, "two"), "2026-W48", {
        ...ground,
        github: refused,
      }, none);
      assert.match(
        second.evidence.parts.find(({ id }) => id === "pull-requests")!.missing!,
        /GitHub answered 401/,
      );
    } finally {
      await server.shutdown();
    }
  }));

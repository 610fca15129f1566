import assert from "@std/assert";
import { migrateUrl } from "../../db/migrate_url.ts";
import { connect } from "../../postgres/databases.ts";
import { findServers } from "../../postgres/find_servers.ts";
import { startPostgres } from "../../postgres/start_postgres.ts";

const major = findServers()[0]?.major;
const ignore = major === undefined;

const hashed = { sha256: "a".repeat(64), location: `local:${"a".repeat(64)}` };
const passed = { verdict: "passed" };
const fixOfLint = {
  gate: "lint",
  fixer: "eslint",
  command: "eslint . --fix",
  files_changed: 1,
  lines_removed: 1,
  before: { lint: { verdict: "failed" }, check: passed, test: passed },
  after: { lint: passed, check: passed, test: passed },
  applies: true,
  diff: "fix.diff",
};

Deno.test({
  name:
    "eight calls at once open one run, keep one plan, one fix, and finish once (native Postgres)",
  ignore,
  // The server of the test outlives single steps.
  sanitizeResources: false,
  sanitizeOps: false,
  async fn() {
    const server = await startPostgres({ major: major! });
    const callers = Array.from({ length: 8 }, () => connect(server.url));
    try {
      await migrateUrl(server.url, { programs: server.programs });

      const opened = await Promise.all(callers.map(async (sql) => {
        const [row] = await sql`select api.schedule_weekly('.', '2026-W48') as reply`;
        return row!["reply"] as { run_id: string; job_id: number; created: boolean };
      }));
      assert.equal(new Set(opened.map(({ run_id }) => run_id)).size, 1);
      assert.equal(new Set(opened.map(({ job_id }) => job_id)).size, 1);
      assert.equal(opened.filter(({ created }) => created).length, 1);

      const runId = opened[0]!.run_id;
      const planned = await Promise.all(callers.map(async (sql, caller) => {
        const plan = sql.json({ caller });
        const [row] = await sql`select api.plan_quality_run(${runId}, ${plan}) as reply`;
        return JSON.stringify(row!["reply"]);
      }));
      assert.equal(new Set(planned).size, 1);

      const diff = { run_id: runId, job_id: 1, name: "fix.diff", kind: "diff", size_bytes: 1 };
      const file = { ...diff, media_type: "text/x-diff", ...hashed };
      await callers[0]!`select api.record_artifacts(${callers[0]!.json([file])})`;
      await Promise.all(callers.map((sql, fence) => {
        const fix = { run_id: runId, job_id: 1, fence, lines_added: fence, ...fixOfLint };
        return sql`select api.record_gate_fixes(${sql.json([fix])})`;
      }));
      const kept = await callers[0]!`select lines_added, result from cogo.gate_fixes`;
      assert.deepEqual([...kept], [{ lines_added: 7, result: "fixed" }], "the highest fence wins");

      const finished = await Promise.all(callers.map(async (sql) => {
        const [row] = await sql`select api.finish_quality_run(${runId}) as reply`;
        return row!["reply"] as { finished_now: boolean };
      }));
      assert.equal(finished.filter(({ finished_now }) => finished_now).length, 1);

      const [jobs] = await callers[0]!`select count(*)::int as count from cogo.jobs`;
      assert.equal(jobs!["count"], 5);
      assert.deepEqual([...await callers[0]!`select * from cogo.verify()`], []);
    } finally {
      await Promise.all(callers.map((sql) => sql.end({ timeout: 1 })));
      await server.stop();
    }
  },
});

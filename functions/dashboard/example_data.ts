import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Stack } from "../../scripts/stack/stack_settings.ts";

/** Calls an RPC of the stack as its operator; throws what it refuses. */
export async function callAsOperator(stack: Stack, rpc: string, args: unknown): Promise<unknown> {
  const response = await fetch(`${stack.file.url}/rest/v1/rpc/${rpc}`, {
    method: "POST",
    headers: { apikey: stack.file.secret_key, "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`${rpc}: ${JSON.stringify(body)}`);
  return body;
}

/** Enqueues `count` demo jobs of one type. */
export async function enqueue(stack: Stack, type: string, count: number): Promise<void> {
  const jobs = Array.from({ length: count }, (_, n) => ({ type, payload: { n } }));
  await callAsOperator(stack, "enqueue_jobs", { jobs });
}

interface Claimed {
  job_id: number;
  fence: number;
}

/** Claims jobs and ends them: all succeed but the last `fails`, which die of a timeout. */
export async function workOff(stack: Stack, want: number, fails: number): Promise<void> {
  const claim = { worker: "demo-worker-1", want, executor: "default", start: true };
  const jobs = await callAsOperator(stack, "claim_jobs", claim) as Claimed[];
  const good = jobs.slice(0, jobs.length - fails).map(({ job_id, fence }) => ({ job_id, fence }));
  const bad = jobs.slice(jobs.length - fails).map(({ job_id, fence }) => ({
    job_id,
    fence,
    error: {
      class: "permanent",
      reason: "timeout",
      stage: "fetch",
      message: "The page did not answer within 30 s",
    },
  }));
  await callAsOperator(stack, "complete_jobs", { results: good });
  if (bad.length > 0) await callAsOperator(stack, "fail_jobs", { failures: bad });
}

/** A finished quality run and one before it, with an artifact whose bytes are there. */
export async function recordRuns(
  stack: Stack,
): Promise<{ sha256: string; text: string; artifact_id: string }> {
  const text = "Checked 214 files\n";
  const sha256 = createHash("sha256").update(text).digest("hex");
  const folder = join(stack.file.data_folder, "artifacts");
  await Deno.mkdir(folder, { recursive: true });
  await Deno.writeTextFile(join(folder, sha256), text);
  await stack.database.executor.exec(`
    with run as (
      insert into cogo.quality_runs (tenant_id, iso_week, target, run_number, verdict, created_at, finished_at)
      values
        (cogo.default_tenant(), '2026-W47', '.', 1, 'failed', now() - interval '7 days', now() - interval '7 days' + interval '95 seconds'),
        (cogo.default_tenant(), '2026-W48', '.', 1, 'passed', now() - interval '3 minutes', now() - interval '1 minute')
      returning id, iso_week, created_at
    ),
    result as (
      insert into cogo.gate_results (run_id, gate, tenant_id, verdict, reason, duration_ms, details, created_at)
      select
        run.id, gate.gate, cogo.default_tenant(),
        case when run.iso_week = '2026-W47' and gate.gate = 'test' then 'failed' else 'passed' end,
        case when run.iso_week = '2026-W47' and gate.gate = 'test' then '2 of 311 tests failed' end,
        gate.took, gate.details::jsonb, run.created_at + interval '1 minute'
      from run, (values
        ('lint', 4210, '{}'),
        ('check', 11840, '{}'),
        ('test', 63900, '{"tests":{"total":311,"passed":311,"failed":0,"skipped":4},"coverage":{"lines":5200,"covered":4784,"percent":92}}')
      ) as gate (gate, took, details)
    )
    insert into cogo.artifacts (tenant_id, run_id, name, kind, media_type, size_bytes, sha256, location)
    select cogo.default_tenant(), run.id, file.name, file.kind, file.media_type, ${text.length}, '${sha256}', 'local:${sha256}'
    from run, (values
      ('lint.stdout.log', 'log', 'text/plain'),
      ('check.stdout.log', 'log', 'text/plain'),
      ('test.stdout.log', 'log', 'text/plain'),
      ('test.junit.xml', 'report', 'application/xml'),
      ('coverage.lcov', 'coverage', 'text/plain'),
      ('summary.json', 'summary', 'application/json')
    ) as file (name, kind, media_type)
    where run.iso_week = '2026-W48';
  `);
  const [row] = await stack.database.executor.query(
    "select id from cogo.artifacts where name = 'lint.stdout.log'",
  );
  return { sha256, text, artifact_id: String(row?.id) };
}

/** A quality run that has begun: its jobs are queued, one gate is told already. */
export async function openRun(stack: Stack): Promise<void> {
  const jobs = await callAsOperator(stack, "enqueue_jobs", {
    jobs: [{ type: "quality.lint" }, { type: "quality.check" }, { type: "quality.test" }],
  }) as { job_id: number }[];
  await stack.database.executor.exec(`
    with run as (
      insert into cogo.quality_runs (tenant_id, iso_week, target, job_ids, created_at, started_at)
      values (
        cogo.default_tenant(), '2026-W48', 'https://github.com/example/library',
        '{${jobs.map((job) => job.job_id).join(",")}}', now(), now()
      )
      returning id
    )
    insert into cogo.gate_results (run_id, gate, tenant_id, verdict, reason, duration_ms)
    select run.id, 'lint', cogo.default_tenant(), 'failed', '3 problems in 2 files', 900 from run
  `);
}

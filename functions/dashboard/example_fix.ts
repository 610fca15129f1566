import type { Stack } from "../../scripts/stack/stack_settings.ts";

/** A gate fix of the newest run: eslint --fix made a failing lint pass. Needs recordRuns. */
export async function recordFix(stack: Stack): Promise<void> {
  const side = (lint: string) =>
    JSON.stringify({
      lint: { verdict: lint, duration_ms: 4210 },
      check: { verdict: "passed", duration_ms: 11_840 },
      test: { verdict: "passed", duration_ms: 63_900 },
    });
  await stack.database.executor.exec(`
    with newest as (select id, tenant_id from cogo.quality_runs order by created_at desc limit 1),
    files as (
      insert into cogo.artifacts (tenant_id, run_id, job_id, fence, name, kind, media_type, size_bytes, sha256, location)
      select newest.tenant_id, newest.id, 1, 1, file.name, file.kind, 'text/plain', 18, known.sha256, known.location
      from newest, (values ('lint.fix.diff', 'diff'), ('lint.before.eslint.json', 'eslint')) as file (name, kind),
        lateral (select sha256, location from cogo.artifacts limit 1) as known
    )
    insert into cogo.gate_fixes (
      tenant_id, run_id, gate, fixer, job_id, fence, command, files_changed, lines_added, lines_removed,
      before, after, applies, result, diff, artifacts
    )
    select tenant_id, id, 'lint', 'eslint', 1, 1, 'npx eslint --fix .', 3, 41, 38,
      '${side("failed")}', '${side("passed")}', true, 'fixed', 'lint.fix.diff',
      array['lint.fix.diff', 'lint.before.eslint.json']
    from newest;
  `);
}

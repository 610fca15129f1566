import type { WeeklyFigures } from "./figures.ts";

const diffId = "f0000000-0000-4000-8000-00000000000a";
const findingsId = "f0000000-0000-4000-8000-00000000000b";

/** The figures of a good week, for tests. */
export const goodWeek: WeeklyFigures = {
  summary: {
    window: { since: "2026-11-19T06:00:00Z", is_capped: false },
    transitions: { job_succeeded: 12_345, job_failed: 12, job_retried: 40 },
    failure_rate: 0.001,
    finished: {
      wait_ms: { count: 100, p50: 20, p90: 812 },
      run_ms: { count: 100, p50: 900, p90: 4210 },
    },
    dead_letters: {
      count: 12,
      not_redriven: 3,
      by_reason: [{ stage: "fetch", reason: "timeout", count: 12 }],
    },
    tokens: { requests: 10, input: 1_200_000, output: 34_000 },
    cost: { nano: 1_234_567_890 },
  },
  gates: { runs: { count: 8, passed: 7, failed: 1, error: 0, pass_rate: 0.875 } },
  routing: { providers: [{ provider: "openai", state: "closed", calls: 500, error_rate: 0.004 }] },
  recent: {
    runs: [{
      target: "https://github.com/acme/library",
      fixes: [{
        fixer: "eslint",
        gate: "lint",
        files_changed: 2,
        lines_added: 3,
        lines_removed: 5,
        before: { verdict: "failed" },
        after: { verdict: "passed" },
        diff: {
          name: "eslint.diff",
          artifact_id: diffId,
          url: `/functions/v1/artifacts/${diffId}`,
        },
        artifacts: [
          { name: "eslint.diff", artifact_id: diffId, url: `/functions/v1/artifacts/${diffId}` },
          {
            name: "eslint.json",
            artifact_id: findingsId,
            url: `/functions/v1/artifacts/${findingsId}`,
          },
        ],
        created_at: "2026-11-25T06:00:00Z",
      }],
    }],
  },
  alerts: {
    alerts: [{
      slo: "wait",
      title: "Wait",
      severity: null,
      state: "ok",
      since: null,
      message: null,
    }],
  },
};

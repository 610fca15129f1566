/** A criterion of the plan, and the files that speak for it; none = nothing speaks for it yet. */
export interface Criterion {
  readonly phase: string;
  readonly criterion: string;
  readonly evidence: readonly string[];
}

const phases = {
  one: "1: Distributed core reliability",
  two: "2: Complete core functions per agent",
  three: "3: Orchestrator autonomy loop",
  four: "4: Autonomy scale and governance",
};

const of = (phase: keyof typeof phases, criterion: string, ...evidence: string[]): Criterion => ({
  phase: phases[phase],
  criterion,
  evidence,
});

/** The acceptance criteria of the plan's phases, in its words. A file that is not there is told as missing. */
export const criteria: readonly Criterion[] = [
  of(
    "one",
    "Job state machine is formalized and consistently applied: queued → assigned → running → succeeded | failed | cancelled.",
    "docs/specs/STATE_MACHINE_V1.md",
    "sql/jobs/views/job_states.sql",
    "sql/jobs/functions/verify_history.sql",
  ),
  of(
    "one",
    "Global idempotency keys (jobs/events/workflows); no duplicate claims under concurrency tests.",
    "docs/specs/SAGA_AND_COMPENSATION_V1.md",
    "scripts/chaos/claimers_test.ts",
    "scripts/chaos/enqueue_races_test.ts",
  ),
  of(
    "one",
    "Saga/compensation patterns for multi-step flows; DLQ with staged failure reasons.",
    "docs/specs/SAGA_AND_COMPENSATION_V1.md",
    "scripts/chaos/sagas.ts",
    "sql/jobs/tables/dead_letters.sql",
  ),
  of(
    "one",
    "Metrics and tracing in place: throughput, p50/p95 latency, failure rate, retries, DLQ, lease renewal rate, zero claim-conflict.",
    "docs/openapi/metrics.json",
    "sql/operations/api/metrics_history.sql",
    "docs/guides/tracing.md",
  ),
  of(
    "two",
    "Indexing: incremental indexing for code/docs/knowledge; replay; sparse+embedding (BGE-M3, 1024D) with governance.",
  ),
  of("two", "Research: evidence-backed summarization and internal-first retrieval."),
  of("two", "CodeGen: diff generation (dry-run) → tests → report; security/quality checks."),
  of(
    "two",
    "Executor: standard queue semantics (lease/retry/compensation) honored.",
    "functions/_shared/worker/worker_test.ts",
    "docs/guides/worker.md",
  ),
  of(
    "three",
    "RAG → Plan → Route → Validate (tests) → Knowledge update loop success rate ≥ 0.7.",
  ),
  of("three", "0-hallucination via mandatory citations; hit@3 ≥ 0.75."),
  of(
    "three",
    "Failures take compensation/retry paths as designed.",
    "scripts/simulate/simulate_test.ts",
    "docs/benchmarks/chaos.md",
  ),
  of(
    "four",
    "Orchestrator-centric domain templates (e-commerce/SNS) for scaffolding/refactoring.",
  ),
  of(
    "four",
    "Self-tuning from knowledge/code/runtime KPIs (params/indexing/search strategies).",
  ),
  of("four", "Human role focuses on Fixer (exceptions/security/policy)."),
];

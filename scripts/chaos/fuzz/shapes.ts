import type { Random } from "../random.ts";
import type { Json } from "./nonsense.ts";

/** What a caller may have seen or guessed: its own things and other tenants'. */
export interface Known {
  readonly jobIds: number[];
  readonly fences: number[];
  readonly runIds: string[];
  readonly holds: { job_id: number; fence: number }[];
}

type Shape = (random: Random, known: Known) => Json;

const id = (random: Random, known: Known): Json =>
  random.next() < 0.7 && known.jobIds.length > 0
    ? random.pick(known.jobIds)
    : random.pick([0, -1, 1, 2, 3, 999_999, 9007199254740991]);

const hold = (random: Random, known: Known): { [key: string]: Json } =>
  random.next() < 0.7 && known.holds.length > 0
    ? { ...random.pick(known.holds) }
    : { job_id: id(random, known), fence: random.pick([0, 1, 2, ...known.fences.slice(-9)]) };

/** Small most of the time, sometimes over every limit. */
const body = (random: Random): { [key: string]: Json } => ({
  n: random.between(0, 9),
  ...(random.next() < 0.04 ? { blob: "x".repeat(random.pick([16_400, 66_000, 262_144])) } : {}),
});

const error: Shape = (random) => ({
  class: random.pick(["transient", "validation", "permanent", "lease_conflict"]),
  message: random.pick(["it broke", "x", ""]),
  ...(random.next() < 0.3 ? { stage: "exec", reason: "timeout", details: body(random) } : {}),
});

const job: Shape = (random, known) => ({
  type: random.pick(["fuzz.job", "fuzz.strict", "quality.lint", "a.b-c.d_e"]),
  ...(random.next() < 0.5 ? { payload: body(random) } : {}),
  ...(random.next() < 0.2 ? { idempotency_key: `fuzz-${random.between(1, 9)}` } : {}),
  ...(random.next() < 0.1 ? { delay_seconds: random.between(0, 3) } : {}),
  ...(random.next() < 0.1 ? { run_at: "2026-11-23T10:00:00Z" } : {}),
  ...(random.next() < 0.2 ? { priority: random.pick(["urgent", "normal", "bulk"]) } : {}),
  ...(random.next() < 0.1 ? { executor: random.pick(["default", "quality", "nobody"]) } : {}),
  ...(random.next() < 0.1 ? { max_attempts: random.between(1, 100) } : {}),
  ...(random.next() < 0.15 ? { after: [id(random, known)] } : {}),
  ...(random.next() < 0.1 ? { correlation_id: "0a0a0a0a-0000-4000-8000-000000000001" } : {}),
});

const runId = (random: Random, known: Known): Json =>
  known.runIds.length > 0 && random.next() < 0.8
    ? random.pick(known.runIds)
    : "0b0b0b0b-0000-4000-8000-000000000002";

const listOf = (item: Shape): Shape => (random, known) =>
  Array.from({ length: random.pick([0, 1, 1, 2, 3, 8]) }, () => item(random, known));

/** What each jsonb argument means when it makes sense, by its name. */
export const shapes: Readonly<Record<string, Shape>> = {
  jobs: listOf((random, known) =>
    random.next() < 0.7 ? job(random, known) : { ...hold(random, known), delay_seconds: 1 }
  ),
  results: listOf((random, known) =>
    random.next() < 0.6 ? { ...hold(random, known), result: body(random) } : {
      run_id: runId(random, known),
      gate: random.pick(["lint", "check", "test"]),
      verdict: random.pick(["passed", "failed"]),
      reason: "because",
    }
  ),
  failures: listOf((random, known) => ({
    ...hold(random, known),
    error: error(random, known),
    ...(random.next() < 0.3 ? { retry_in_seconds: random.between(0, 9) } : {}),
  })),
  finished: listOf((random, known) => {
    const outcome = random.pick(["succeeded", "failed", "released"]);
    const more = outcome === "failed" ? { error: error(random, known) } : {};
    return { ...hold(random, known), outcome, ...more };
  }),
  artifacts: listOf((random, known) => ({
    run_id: runId(random, known),
    name: "log.txt",
    kind: "log",
    media_type: "text/plain",
    size_bytes: random.between(0, 99),
    sha256: "0".repeat(64),
    location: `local:${"0".repeat(64)}`,
  })),
  plan: (random) => ({ source: body(random), gates: [{ gate: "lint", command: "true" }] }),
  summary: (random) => body(random),
  payload: (random) => body(random),
  payload_schema: () => ({ type: "object", properties: { n: { type: "integer" } } }),
  job_id: id,
  run_id: runId,
};

/** Texts that make sense, by argument name. */
export const sensibleTexts: Readonly<Record<string, readonly string[]>> = {
  type: ["fuzz.job", "fuzz.strict", "fuzz.*"],
  worker: ["fuzzer"],
  executor: ["default", "quality", "orchestrator"],
  priority: ["urgent", "normal", "bulk"],
  idempotency_key: ["fuzz-1", "fuzz-2"],
  only_state: ["queued", "running", "failed"],
  type_prefix: ["fuzz", "fuzz."],
  target: [".", "https://example.org/x.git"],
  iso_week: ["2026-W48"],
  only_iso_week: ["2026-W48"],
  only_target: ["."],
};

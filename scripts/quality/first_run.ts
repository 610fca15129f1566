import { gateNames } from "../../functions/_shared/quality/gates.ts";
import type { GateResult, QualityRun } from "../../functions/_shared/quality/quality_run.ts";
import { callsTo } from "../../functions/_shared/worker/transport.ts";
import { nameTarget } from "./cli/name_target.ts";
import { openRun } from "./cli/open_run.ts";
import { runLive } from "./cli/run_live.ts";
import { qualityApi } from "./handlers/quality_api.ts";
import { describeGate } from "./handlers/summary_markdown.ts";

/** What to run and where. */
export interface WeeklyRun {
  /** The project, for example http://127.0.0.1:54321. */
  url: string;
  secretKey: string;
  /** A folder or a git URL; this checkout when left out. */
  target?: string;
  /** False: a run of this week that is finished is not done again. Default: true. */
  force?: boolean;
  /** Data folder for artifacts and dependencies; default COGO_DATA_DIR, else .cogo. */
  dataFolder?: string;
  /** Gets one line at a time. */
  onProgress?: (line: string) => void;
  signal?: AbortSignal;
}

/** An artifact and where to fetch it. */
export interface ArtifactLink {
  name: string;
  sha256: string;
  size_bytes: number;
  media_type: string;
  url: string;
}

/** What the run came to. */
export interface WeeklyRunSummary {
  run_id: string;
  verdict: "passed" | "failed" | "error";
  reason: string;
  /** Count of the run's jobs by state; all six states are there. */
  jobs: Record<"queued" | "assigned" | "running" | "succeeded" | "failed" | "cancelled", number>;
  gates: (Pick<GateResult, "gate" | "verdict" | "reason" | "duration_ms"> & { text: string })[];
  artifacts: ArtifactLink[];
  /** Wall time of this call. */
  seconds: number;
}

// A worker that was killed keeps its jobs until its lease ends: at most 120 s.
const patienceMs = 180_000;

/**
 * Does this week's quality run against a running project: schedules it over HTTP, then plans and
 * works it in child processes until it is closed.
 * @throws Error when the project cannot be reached, or when the run stays open
 */
export async function runWeekly(wanted: WeeklyRun): Promise<WeeklyRunSummary> {
  const startedAt = Date.now();
  const { url, secretKey, force = true, onProgress = () => {} } = wanted;
  const api = qualityApi(callsTo({ url, key: secretKey }));
  const target = nameTarget(wanted.target);
  const opened = await openRun({ url, secretKey, target, force });
  const name = target === "." ? "this checkout" : target;
  onProgress(`Quality run ${opened.iso_week} #${opened.run_number} of ${name}`);

  let run = await api.getRun(opened.run_id);
  const until = Date.now() + patienceMs;
  for (let round = 0; run.verdict === null; round++) {
    wanted.signal?.throwIfAborted();
    if (round > 0) {
      if (Date.now() > until) await closeStuck(run, api);
      if (round === 1) {
        onProgress("waiting for jobs that a stopped worker still holds (up to 2 min)");
      }
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
    await runLive("live_plan.ts", wanted, onProgress);
    await runLive("live_work.ts", wanted, onProgress);
    run = await api.getRun(run.run_id);
  }

  const summary = summaryOf(run, url, (Date.now() - startedAt) / 1000);
  for (const gate of summary.gates) onProgress(gate.text);
  return summary;
}

/** A run whose jobs are all closed but which nobody finished gets its verdict here. */
async function closeStuck(run: QualityRun, api: ReturnType<typeof qualityApi>): Promise<void> {
  const open = run.jobs.filter(({ state }) =>
    !["succeeded", "failed", "cancelled"].includes(state)
  );
  if (open.length > 0) {
    const jobs = open.map(({ job_id, type, state }) => `${type} ${job_id} is ${state}`).join(", ");
    throw new Error(`Cannot finish run ${run.run_id}: ${jobs}. Look at the worker's output above.`);
  }
  await api.finishRun(run.run_id, {});
}

function summaryOf(run: QualityRun, url: string, seconds: number): WeeklyRunSummary {
  const jobs = { queued: 0, assigned: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0 };
  for (const { state } of run.jobs) jobs[state]++;
  const gates = gateNames.flatMap((name) => run.gates.filter(({ gate }) => gate === name));
  return {
    run_id: run.run_id,
    verdict: run.verdict ?? "error",
    reason: String(run.summary["reason"] ?? ""),
    jobs,
    gates: gates.map((result) => ({
      gate: result.gate,
      verdict: result.verdict,
      reason: result.reason,
      duration_ms: result.duration_ms,
      text: `${result.gate.padEnd(6)}${result.verdict.padEnd(8)}` +
        `${(result.duration_ms / 1000).toFixed(1).padStart(6)} s  ${describeGate(result)}`,
    })),
    artifacts: run.artifacts.map(({ name, sha256, size_bytes, media_type, location }) => ({
      name,
      sha256,
      size_bytes,
      media_type,
      url: location.startsWith("storage:")
        ? `${url}/storage/v1/object/authenticated/${location.slice("storage:".length)}`
        : `${url}/artifacts/${sha256}`,
    })),
    seconds: Math.round(seconds * 10) / 10,
  };
}

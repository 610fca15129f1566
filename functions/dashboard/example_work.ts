import type { Stack } from "../../scripts/stack/stack_settings.ts";
import { callAsOperator } from "./example_data.ts";

interface Held {
  job_id: number;
  fence: number;
}

const trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

/** Workers that said who they are; one of them drains. */
export async function registerWorkers(stack: Stack): Promise<void> {
  const known = [
    { worker: "crawler-eu-1", capabilities: { http: true, pdf: true }, concurrency: 8 },
    { worker: "crawler-eu-2", capabilities: { http: true }, concurrency: 8 },
    { worker: "embedder-1", capabilities: { gpu: "l4" }, concurrency: 2 },
  ];
  for (const one of known) {
    await callAsOperator(stack, "register_worker", { ...one, version: "2.4.1", beat_seconds: 30 });
  }
  await beatWorkers(stack);
  await callAsOperator(stack, "drain_worker", { worker: "crawler-eu-2" });
}

/** A beat of each of them: without one they are orphans a minute later. */
export async function beatWorkers(stack: Stack): Promise<void> {
  for (const worker of ["crawler-eu-1", "crawler-eu-2", "embedder-1"]) {
    await callAsOperator(stack, "worker_heartbeat", { worker, load: 0.42 });
  }
}

/** Three schedules: one ran by hand, one rests. */
export async function setSchedules(stack: Stack): Promise<void> {
  const schedules = [
    { name: "nightly-index", cron: "30 3 * * *", time_zone: "Europe/Berlin", overlap: "skip" },
    { name: "poll-feeds", every_seconds: 3600, overlap: "buffer_one" },
    { name: "weekly-report", cron: "0 7 * * 1", overlap: "cancel_previous" },
  ];
  for (const schedule of schedules) {
    const job = { type: `demo.${schedule.name}` };
    await callAsOperator(stack, "set_schedule", { ...schedule, job });
  }
  await callAsOperator(stack, "run_schedule_now", { name: "poll-feeds" });
  await callAsOperator(stack, "pause_schedule", { name: "weekly-report" });
}

async function claimOne(stack: Stack, executor: string): Promise<Held> {
  const args = { worker: "crawler-eu-1", want: 1, executor, start: true };
  const [held] = await callAsOperator(stack, "claim_jobs", args) as Held[];
  if (!held) throw new Error(`no job of ${executor} is ready`);
  return held;
}

/** A job of its own executor that is retried once and then succeeds, under a trace. */
export async function runTracedJob(stack: Stack): Promise<number> {
  await callAsOperator(stack, "open_lanes", { executor: "summaries" });
  const job = {
    type: "summary.write",
    executor: "summaries",
    payload: { document: "s3://reports/2026-11.pdf", language: "en", max_words: 200 },
    traceparent: trace,
  };
  const [made] = await callAsOperator(stack, "enqueue_jobs", { jobs: [job] }) as Held[];
  const first = await claimOne(stack, "summaries");
  const error = {
    class: "transient",
    stage: "fetch",
    reason: "timeout",
    message: "Read timed out",
  };
  const failure = { job_id: first.job_id, fence: first.fence, error, retry_in_seconds: 0 };
  await callAsOperator(stack, "fail_jobs", { failures: [failure] });
  const { job_id, fence } = await claimOne(stack, "summaries");
  const result = { words: 187, sha256: "9f2c4e…" };
  await callAsOperator(stack, "complete_jobs", { results: [{ job_id, fence, result }] });
  return made?.job_id ?? 0;
}

/** `count` jobs that die of one cause. */
export async function buryJobs(
  stack: Stack,
  type: string,
  count: number,
  error: { class: string; stage: string; reason: string; message: string },
): Promise<void> {
  await callAsOperator(stack, "open_lanes", { executor: "mortal" });
  const jobs = Array.from({ length: count }, () => ({ type, executor: "mortal" }));
  await callAsOperator(stack, "enqueue_jobs", { jobs });
  const claim = { worker: "embedder-1", want: count, executor: "mortal", start: true };
  const held = await callAsOperator(stack, "claim_jobs", claim) as Held[];
  const failures = held.map(({ job_id, fence }) => ({ job_id, fence, error }));
  await callAsOperator(stack, "fail_jobs", { failures });
}

/** Dead letters of two kinds. */
export async function makeDeadLetters(stack: Stack): Promise<void> {
  await buryJobs(stack, "embed.chunk", 4, {
    class: "permanent",
    stage: "exec",
    reason: "dependency_unavailable",
    message: "The embedding service answered 503 five times",
  });
  await buryJobs(stack, "crawl.page", 2, {
    class: "validation",
    stage: "input",
    reason: "validation_failed",
    message: "payload.url: it must be an https address",
  });
}

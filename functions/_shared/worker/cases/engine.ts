import assert from "node:assert/strict";
import { layPreparedData } from "../../../../scripts/stack/prepared_data.ts";
import { silent } from "../../../../scripts/stack/progress.ts";
import { startStack } from "../../../../scripts/stack/stack.ts";
import type { JsonObject, NewJob } from "../job.ts";
import type { WorkerEvent } from "../events.ts";
import { callsTo } from "../transport.ts";

/** A running stack with the real engine, as a worker's tests need it. */
export interface Engine {
  url: string;
  port: number;
  key: string;
  /** Runs SQL as the database's owner. */
  sql(text: string, parameters?: unknown[]): Promise<JsonObject[]>;
  rpc<Answer>(name: string, args: object): Promise<Answer>;
  /** Enqueues and answers the job ids. */
  enqueue(jobs: NewJob[]): Promise<number[]>;
  job(jobId: number): Promise<JobView>;
  close(): Promise<void>;
}

/** What the tests read of get_job. */
interface JobView {
  state: string;
  attempt: number;
  result: unknown;
  error: { class: string; message: string; stage: string; reason?: string } | null;
  id: string;
  worker: string | null;
  correlation_id: string | null;
  cause: string | null;
  traceparent: string | null;
  lease_expires_at: string | null;
  attempts: { attempt: number; outcome: string; worker: string }[];
  dead_letter: { stage: string; reason: string } | null;
}

/** Starts the embedded stack on free ports with a data folder of its own, its schema laid. */
export async function startEngine(): Promise<Engine> {
  const folder = await Deno.makeTempDir({ prefix: "cogo-worker-" });
  await Deno.mkdir(`${folder}/functions`);
  await layPreparedData(`${folder}/data`);
  const stack = await startStack({
    port: 0,
    wirePort: 0,
    dataFolder: `${folder}/data`,
    functionsFolder: `${folder}/functions`,
    progress: silent,
  });
  const { url, secret_key } = stack.file;
  const call = callsTo({ url, key: secret_key });
  const rpc = async <Answer>(name: string, args: object) =>
    await call(name, args, 10_000) as Answer;
  return {
    url,
    port: Number(new URL(url).port),
    key: secret_key,
    sql: async (text, parameters) => await stack.database.executor.query(text, parameters),
    rpc,
    async enqueue(jobs) {
      const rows = await rpc<{ ordinal: number; job_id: number }[]>("enqueue_jobs", { jobs });
      return rows.sort((one, other) => one.ordinal - other.ordinal).map((row) => row.job_id);
    },
    job: (jobId) => rpc<JobView>("get_job", { job_id: jobId }),
    async close() {
      await stack.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** One sentence of behaviour and its proof, run against a shared engine. */
export type Case = [sentence: string, prove: (engine: Engine) => Promise<void>];

/** Waits until something holds; fails after 90 seconds, for machines that are busy. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = Date.now() + 90_000;
  while (!await holds()) {
    assert.ok(Date.now() < end, `waited too long: ${what}`);
    await pause(20);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits as long as asked, or throws the reason of the signal. */
export function sleepUnlessStopped(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}

/** Collects a worker's events. */
export function listener(): { events: WorkerEvent[]; onEvent: (event: WorkerEvent) => void } {
  const events: WorkerEvent[] = [];
  return { events, onEvent: (event) => events.push(event) };
}

/** Gives one queued job a lease shorter than types may have, to save the tests' time. */
export async function shortenLease(engine: Engine, jobId: number, seconds: number): Promise<void> {
  await engine.sql("update cogo.jobs set lease_seconds = $2 where id = $1", [jobId, seconds]);
}

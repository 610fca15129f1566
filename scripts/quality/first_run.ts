import { linkLife } from "../../functions/_shared/artifacts/contract.ts";
import { requestLinks } from "../../functions/_shared/artifacts/request_links.ts";
import type { QualityRun } from "../../functions/_shared/quality/quality_run.ts";
import { callsTo } from "../../functions/_shared/worker/transport.ts";
import { nameTarget } from "./cli/name_target.ts";
import { openRun } from "./cli/open_run.ts";
import { runLive } from "./cli/run_live.ts";
import { summaryOf, type WeeklyRunSummary } from "./cli/weekly_summary.ts";
import { qualityApi } from "./handlers/quality_api.ts";

export type { ArtifactLink, WeeklyRunSummary } from "./cli/weekly_summary.ts";

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
    wanted.signal?.throwIfAborted();
    await runLive("live_work.ts", wanted, onProgress);
    wanted.signal?.throwIfAborted();
    run = await api.getRun(run.run_id);
  }

  const links = await linksTo(run, url, secretKey).catch((thrown: unknown) => {
    onProgress(thrown instanceof Error ? thrown.message : String(thrown));
    return new Map<string, string>();
  });
  const linkOf = (id: string) => links.get(id) ?? `${url}/functions/v1/artifacts/${id}`;
  return summaryOf(run, linkOf, (Date.now() - startedAt) / 1000);
}

/** Signed links to all files of a run, for whoever reads its summary within a day. */
async function linksTo(run: QualityRun, url: string, key: string): Promise<Map<string, string>> {
  const ids = run.artifacts.map(({ id }) => id);
  const links = await requestLinks({ url, key }, ids, linkLife.most);
  return new Map(links.flatMap((one) => one.url ? [[one.artifact_id, one.url] as const] : []));
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

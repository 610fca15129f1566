import {
  callAsOperator,
  enqueue,
  recordRuns,
  workOff,
} from "../../functions/dashboard/example_data.ts";
import { makeDecisions, setUpRouting } from "../../functions/dashboard/example_routes.ts";
import { layPreparedData } from "../stack/prepared_data.ts";
import { silent } from "../stack/progress.ts";
import { startStack } from "../stack/stack.ts";
import type { Stack } from "../stack/stack_settings.ts";

/** What {@link work} makes happen, in the words of the panels' `needs`. */
export const happened: readonly string[] = [
  "functions that were called",
  "a caller who was refused",
  "a dead letter",
  "a schedule that ran",
  "a settled call of a model",
  "a call that told its first token",
  "a decision",
  "a refused route",
  "a refused opening",
  "a key",
  "a quality run",
];

/** Runs `body` with a stack on free ports that has models, keys and a budget. */
export async function withWorkingStack(body: (stack: Stack) => Promise<void>): Promise<void> {
  const dataFolder = await Deno.makeTempDir({ prefix: "cogo-grafana-" });
  await layPreparedData(dataFolder);
  const stack = await startStack({ port: 0, wirePort: 0, dataFolder, progress: silent });
  try {
    await setUpRouting(stack);
    await recordRuns(stack);
    await stack.database.executor.exec("select cogo.lay_slos()");
    const everySecond = { name: "tick", every_seconds: 1, job: { type: "crawl.tick" } };
    await callAsOperator(stack, "set_schedule", everySecond);
    await body(stack);
  } finally {
    await stack.close();
    await Deno.remove(dataFolder, { recursive: true });
  }
}

/** Asks a function of the stack; answers its status. */
async function askFunction(stack: Stack, path: string, init?: RequestInit): Promise<number> {
  const response = await fetch(`${stack.file.url}${path}`, init);
  await response.body?.cancel();
  return response.status;
}

interface Held {
  readonly job_id: number;
  readonly fence: number;
}

/** One job fails in a way that is tried again. */
async function retryOne(stack: Stack): Promise<void> {
  const held = await callAsOperator(stack, "claim_jobs", { worker: "w", want: 1 }) as Held[];
  await callAsOperator(stack, "renew_claims", { fences: held.map(({ fence }) => fence) });
  const error = { class: "transient", message: "The page did not answer" };
  const failures = held.map(({ job_id, fence }) => ({ job_id, fence, error }));
  await callAsOperator(stack, "fail_jobs", { failures });
}

/** A little of everything that the dashboards show, up to the figures that are folded by schedules. */
export async function work(stack: Stack): Promise<void> {
  await enqueue(stack, "crawl.page", 12);
  await workOff(stack, 8, 2);
  await retryOne(stack);
  await makeDecisions(stack, 4);
  await callAsOperator(stack, "select_route", { service: "chat", context_tokens: 90_000_000 })
    .catch(() => {});
  await askFunction(stack, "/api/metrics/summary");
  await askFunction(stack, "/functions/v1/metrics/keys", { headers: { apikey: "wrong" } });
  await stack.database.executor.exec(`select cogo.open_grant('\\xbad0', null, null, 'a stranger')`);
  const names = await stack.database.executor.query("select name from cogo.schedule_list()");
  for (const { name } of names) {
    await stack.database.executor.query("select cogo.run_schedule($1)", [name]);
  }
}

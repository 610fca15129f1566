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

/** A little of everything that the dashboards show, up to the figures that are folded by schedules. */
export async function work(stack: Stack): Promise<void> {
  await callAsOperator(stack, "run_schedule_now", { name: "cogo.sweep" }).catch(() => {});
  await enqueue(stack, "crawl.page", 12);
  await workOff(stack, 8, 2);
  await makeDecisions(stack, 4);
  await callAsOperator(stack, "select_route", { service: "chat", context_tokens: 90_000_000 })
    .catch(() => {});
  await askFunction(stack, "/api/metrics/summary");
  const bad = { apikey: "sb_secret_wrong" };
  await askFunction(stack, "/functions/v1/key-vault", {
    method: "POST",
    headers: bad,
    body: JSON.stringify({ action: "read", grant: "no such grant" }),
  });
  const names = await stack.database.executor.query("select name from cogo.schedule_list()");
  for (const { name } of names) {
    await stack.database.executor.query("select cogo.run_schedule($1)", [name]);
  }
}

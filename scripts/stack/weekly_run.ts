import { z } from "zod";
import { exitCodes, messageOf, StackFailure } from "./failure.ts";
import type { StackFile } from "./stack_file.ts";
import { size } from "./terminal.ts";

const summarySchema = z.looseObject({
  run_id: z.string(),
  verdict: z.string(),
  jobs: z.record(z.string(), z.number()),
  reason: z.string().default(""),
  gates: z.array(z.looseObject({ text: z.string() })).default([]),
  artifacts: z.array(z.looseObject({
    name: z.string(),
    sha256: z.string(),
    size_bytes: z.number(),
    url: z.string(),
  })),
});

/** What the weekly run ended with: the last line of `npm start -- --once --json`. */
export type WeeklySummary = z.infer<typeof summarySchema>;

/** One run as scripts/quality/first_run.ts does it. */
type RunWeekly = (asked: {
  url: string;
  secretKey: string;
  dataFolder: string;
  signal: AbortSignal;
  target?: string;
  onProgress: (line: string) => void;
}) => Promise<unknown>;

async function loadRun(): Promise<RunWeekly> {
  const path = new URL("../quality/first_run.ts", import.meta.url);
  try {
    const module: { runWeekly?: RunWeekly } = await import(path.href);
    if (module.runWeekly) return module.runWeekly;
  } catch (thrown) {
    throw new StackFailure(
      "run_missing",
      `Cannot load the weekly run: ${messageOf(thrown)}`,
      "Start without it: npm start -- --no-run",
      exitCodes.unexpected,
      { cause: thrown },
    );
  }
  throw new StackFailure(
    "run_missing",
    "Cannot load the weekly run: scripts/quality/first_run.ts exports no runWeekly",
    "Start without it: npm start -- --no-run",
  );
}

/**
 * Does the weekly quality run against a running stack.
 * @param signal ends the run early
 * @param target path or git URL of the repository to check; the checkout itself when undefined
 */
export async function doWeeklyRun(
  stack: StackFile,
  target: string | undefined,
  signal: AbortSignal,
  onProgress: (line: string) => void,
): Promise<WeeklySummary> {
  const runWeekly = await loadRun();
  const summary = await runWeekly({
    url: stack.url,
    secretKey: stack.secret_key,
    dataFolder: stack.data_folder,
    signal,
    ...(target === undefined ? {} : { target }),
    onProgress,
  });
  return summarySchema.parse(summary);
}

/** Whether the gate let the run pass. */
export function gatePassed(summary: WeeklySummary): boolean {
  return summary.verdict === "passed" || summary.verdict === "pass";
}

/** The summary for people: verdict, gates, counts, artifacts with links that open for a day. */
export function describeRun(summary: WeeklySummary, took: string): string {
  const jobs = Object.entries(summary.jobs).filter(([, count]) => count > 0).map(([state, count]) =>
    `${count} ${state}`
  ).join(", ");
  const { artifacts, gates, verdict, reason } = summary;
  const width = Math.max(0, ...artifacts.map(({ name }) => name.length));
  return [
    "",
    `  Quality run: ${verdict.toUpperCase()} in ${took}${reason ? ` (${reason})` : ""}`,
    ...gates.map(({ text }) => `    ${text.trimEnd()}`),
    `    jobs: ${jobs}`,
    ...(artifacts.length > 0 ? ["  Artifacts"] : []),
    ...artifacts.map(({ name, size_bytes, url }) =>
      `    ${name.padEnd(width)} ${size(size_bytes).padStart(8)}  ${url}`
    ),
  ].join("\n");
}

import { z } from "zod";
import { exitCodes, messageOf, StackFailure } from "./failure.ts";
import type { StackFile } from "./stack_file.ts";

const summarySchema = z.looseObject({
  run_id: z.string(),
  verdict: z.string(),
  jobs: z.record(z.string(), z.number()),
  artifacts: z.array(z.looseObject({})),
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

/** The summary for people. Sizes are in bytes. */
export function describeRun(summary: WeeklySummary, stack: StackFile, took: string): string {
  const jobs = Object.entries(summary.jobs).filter(([, count]) => count > 0).map(([state, count]) =>
    `${count} ${state}`
  ).join(", ");
  const artifacts = summary.artifacts.map((artifact) => {
    const name = String(artifact.name ?? artifact.sha256 ?? "artifact");
    const size = typeof artifact.size_bytes === "number" ? ` (${artifact.size_bytes} B)` : "";
    const sha256 = typeof artifact.sha256 === "string" ? artifact.sha256 : undefined;
    return `    ${name}${size}${sha256 ? `\n      ${stack.url}/artifacts/${sha256}` : ""}`;
  });
  return [
    `  Weekly run ${summary.run_id}: gate ${summary.verdict}, ${jobs}, ${took}`,
    ...(artifacts.length > 0 ? ["  Artifacts:", ...artifacts] : []),
  ].join("\n");
}

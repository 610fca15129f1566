import { z } from "zod";
import { EnvironmentError } from "../../../functions/_shared/platform/env.ts";
import { CallError } from "../../../functions/_shared/worker/transport.ts";
import type { Command } from "../../command_line/run_command.ts";
import { appendStepSummary } from "../../command_line/step_summary.ts";
import { connect, type Connection } from "../cli/connect.ts";
import { messageOf } from "../cli/options.ts";
import { gateSummarySchema } from "./gate_summary.ts";
import { judge } from "./judge.ts";
import { type CiOptions, exitCodes, readOptions } from "./options.ts";
import { nextStep, tellLines, tellMarkdown } from "./tell.ts";
import { usage } from "./usage.ts";

/** Asks a project for its gate summary. @throws CallError */
export type ReadSummary = (connection: Connection, windowDays: number) => Promise<unknown>;

/** The command of one way to the summary; what is judged and told is the same for all. */
export function ciGate(name: string, source: string, read: ReadSummary): Command<CiOptions> {
  return {
    usage: usage(name, source),
    read: (args) => readOptions(args),
    run: (options) => runGate(options, read),
    onError,
  };
}

async function runGate(options: CiOptions, read: ReadSummary): Promise<number> {
  const { url, key, data, bounds, windowDays } = options;
  const summary = gateSummarySchema.parse(await read(connect({ url, key, data }), windowDays));
  const judgement = judge(summary, bounds);
  const note = judgement.verdict === "not enough data" ? nextStep(judgement, bounds.minRuns) : "";
  if (options.json) {
    const { since, runs } = summary;
    console.log(JSON.stringify({ ...judgement, window_days: windowDays, since, runs, note }));
  } else {
    for (const line of tellLines(judgement, windowDays)) console.log(line);
    if (summary.runs.is_capped) console.log("  The window has more runs; the newest 1,000 count.");
    if (note !== "") console.error(note);
  }
  await appendStepSummary(tellMarkdown(judgement, windowDays, note));
  return {
    "passed": exitCodes.passed,
    "failed": exitCodes.failed,
    "not enough data": exitCodes.notEnoughData,
  }[judgement.verdict];
}

function onError(thrown: unknown): number {
  if (thrown instanceof z.ZodError) {
    console.error(`Cannot read the gate summary: ${z.prettifyError(thrown)}`);
    console.error("The project may have an older schema: bring its migrations and functions up.");
    return exitCodes.refused;
  }
  console.error(messageOf(thrown));
  if (thrown instanceof EnvironmentError) return exitCodes.wrongUsage;
  if (!(thrown instanceof CallError)) throw thrown;
  if (thrown.hint !== "") console.error(thrown.hint);
  return thrown.status === 0 || thrown.status >= 502 ? exitCodes.noAnswer : exitCodes.refused;
}

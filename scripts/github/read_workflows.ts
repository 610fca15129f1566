import { readdir, readFile } from "node:fs/promises";
import { join } from "@std/path";
import { parse } from "yaml";
import { z } from "zod";

const environment = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const permissions = z.union([z.string(), z.record(z.string(), z.string())]);

const stepSchema = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.union([z.string(), z.boolean()]).optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  env: environment.default({}),
  with: z.record(z.string(), z.unknown()).default({}),
});

const jobSchema = z.looseObject({
  if: z.string().optional(),
  uses: z.string().optional(),
  "timeout-minutes": z.number().optional(),
  permissions: permissions.optional(),
  env: environment.default({}),
  steps: z.array(stepSchema).default([]),
});

const workflowSchema = z.looseObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: permissions.optional(),
  concurrency: z.unknown().optional(),
  defaults: z.looseObject({ run: z.looseObject({ shell: z.string() }) }).optional(),
  env: environment.default({}),
  jobs: z.record(z.string(), jobSchema),
});

/** A step of a job. */
export type WorkflowStep = z.output<typeof stepSchema>;
/** A job of a workflow. */
export type WorkflowJob = z.output<typeof jobSchema>;

/** A workflow with its own words. */
export interface Workflow extends z.output<typeof workflowSchema> {
  /** Its name in `.github/workflows`. */
  readonly file: string;
  readonly text: string;
}

/** Reads one workflow; throws with what is wrong with its form. */
export function readWorkflow(file: string, text: string): Workflow {
  const parsed = workflowSchema.safeParse(parse(text));
  if (parsed.success) return { ...parsed.data, file, text };
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join(".")}: ${issue?.message}`);
}

/** Reads all workflows of the checkout in `top`, by name. */
export async function readWorkflows(top: string): Promise<Workflow[]> {
  const folder = join(top, ".github", "workflows");
  const files = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  return await Promise.all(
    files.map(async (file) => readWorkflow(file, await readFile(join(folder, file), "utf8"))),
  );
}

/** What a step is called in a report: its name, its id, or its first words. */
export function nameOf(step: WorkflowStep): string {
  const first = step.run?.split("\n").find((line) => !line.trim().startsWith("#"))?.trim();
  return step.name ?? step.id ?? step.uses ?? first ?? "a step";
}

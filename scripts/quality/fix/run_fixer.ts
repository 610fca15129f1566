import { join } from "@std/path";
import type { GatePlan, Source } from "../../../functions/_shared/quality/gates.ts";
import { readManifest } from "../detect/manifest.ts";
import type { ArtifactFile, GateOutcome } from "../gates/gate_outcome.ts";
import type { Limits } from "../process/limits.ts";
import { type LimitedResult, runLimited } from "../process/run_limited.ts";
import { listFolder } from "../target/copy_files.ts";
import { provideDependencies } from "../target/dependencies.ts";
import { makeScratch, type Scratch } from "../target/scratch.ts";
import { installEnvironment, toolEnvironment } from "../target/tool_environment.ts";
import { findDependencyFixer, nameThePublicRegistry } from "./dependency_fixer.ts";
import { findFixer, type Fixer } from "./find_fixer.ts";
import { openFixTree, type TreeDiff } from "./fix_tree.ts";

/** One gate that did not pass, and what its target may be mended with. */
export interface FixJob {
  plan: GatePlan;
  outcome: GateOutcome;
  source: Source;
  limits: Limits;
  cache: string;
  signal?: AbortSignal | undefined;
}

/** What a fixer did in a copy; its diff is empty when it found nothing to do. */
export interface FixDraft extends TreeDiff {
  fixer: Fixer;
  /** The linter's findings before and after, where it can tell them as JSON. */
  reports: ArtifactFile[];
}

/**
 * Runs the fixer of a gate in a fresh copy of the target. Undefined when there is none; `tried`
 * holds the commands that this run has tried already and is added to.
 * @throws QualityFailure when the files of the target cannot be had
 * @throws the signal's reason when it aborts
 */
export async function runFixer(job: FixJob, tried: Set<string>): Promise<FixDraft | undefined> {
  const { plan, source, limits, signal } = job;
  await using scratch = await makeScratch(source, signal);
  const files = (await listFolder(scratch.work)).sort();
  const manifest = await readManifest(scratch.work, files);
  const fixer = job.outcome.details["install"] === "failed"
    ? findDependencyFixer(manifest)
    : findFixer(plan, manifest);
  if (fixer === undefined || tried.has(fixer.command)) return undefined;
  tried.add(fixer.command);

  const tree = await openFixTree(scratch, files);
  if (fixer.needsDependencies) {
    const { problem } = await provideDependencies(source, scratch, job.cache, limits, signal);
    if (problem !== null) return undefined; // the gate has said so already
  }
  const before = await report(job, scratch, fixer, "before");
  await runIn(job, scratch, fixer.command, fixer.usesNetwork);
  if (fixer.usesNetwork) await nameThePublicRegistry(scratch);
  const after = await report(job, scratch, fixer, "after");
  return { fixer, ...(await tree.changes()), reports: [...before, ...after] };
}

async function runIn(
  { limits, signal }: FixJob,
  scratch: Scratch,
  command: string,
  usesNetwork: boolean,
): Promise<LimitedResult> {
  const env = usesNetwork ? await installEnvironment(scratch) : await toolEnvironment(scratch);
  const result = await runLimited({
    command,
    cwd: scratch.work,
    scratch: scratch.root,
    env: { ...env, COGO_REPORT: reportFile(scratch) },
    limits,
    signal,
  });
  signal?.throwIfAborted();
  return result;
}

const reportFile = (scratch: Scratch) => join(scratch.root, "report.json");

async function report(
  job: FixJob,
  scratch: Scratch,
  { report }: Fixer,
  when: "before" | "after",
): Promise<ArtifactFile[]> {
  if (report === undefined) return [];
  await Deno.remove(reportFile(scratch)).catch(() => {});
  await runIn(job, scratch, report.command, false);
  const text = await Deno.readTextFile(reportFile(scratch)).catch(() => "");
  if (text.trim() === "") return [];
  const tool = report.tool.replaceAll(" ", "-");
  // The copy is gone when somebody reads this: paths are told from its top.
  const relative = text.replaceAll(`${await Deno.realPath(scratch.work)}/`, "")
    .replaceAll(`${scratch.work}/`, "");
  return [{
    name: `${tool}.${job.plan.gate}.${when}.json`,
    kind: report.kind,
    mediaType: "application/json",
    bytes: new TextEncoder().encode(relative),
  }];
}

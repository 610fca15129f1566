import { join } from "@std/path";
import type { CoverageSummary } from "../../../functions/_shared/quality/gates.ts";
import type { Scratch } from "../target/scratch.ts";
import { summarizeLcov, toLcov } from "./lcov.ts";
import { readV8Coverage } from "./v8_coverage.ts";

/** Coverage of a test run. */
export interface Coverage {
  summary: CoverageSummary;
  lcov: string;
  /** What measured it. */
  by: "the target's own tool" | "deno" | "node";
}

/** Environment that makes Node and Deno leave raw coverage in the scratch folder. */
export function coverageEnvironment(scratch: Scratch): Record<string, string> {
  return {
    NODE_V8_COVERAGE: join(scratch.coverage, "node"),
    DENO_COVERAGE_DIR: join(scratch.coverage, "deno"),
  };
}

/**
 * Finds the coverage that a test run left: the target's own lcov report, else Deno's, else Node's.
 * Undefined when there is none.
 */
export async function collectCoverage(
  scratch: Scratch,
  byOurselves: boolean,
): Promise<Coverage | undefined> {
  const own = await Deno.readTextFile(join(scratch.work, "coverage", "lcov.info")).catch(() => "");
  const candidates: [Coverage["by"], () => Promise<string>][] = [
    ["the target's own tool", () => Promise.resolve(own)],
    ["deno", () => denoLcov(scratch)],
  ];
  if (byOurselves) candidates.push(["node", () => nodeLcov(scratch)]);
  for (const [by, read] of candidates) {
    const lcov = (await read()).replaceAll(`SF:${await Deno.realPath(scratch.work)}/`, "SF:");
    const summary = summarizeLcov(lcov);
    if (summary) return { summary, lcov, by };
  }
  return undefined;
}

async function nodeLcov(scratch: Scratch): Promise<string> {
  const folder = join(scratch.coverage, "node");
  if (!await isFolder(folder)) return "";
  return toLcov(await readV8Coverage(folder, await Deno.realPath(scratch.work)));
}

async function denoLcov(scratch: Scratch): Promise<string> {
  const folder = join(scratch.coverage, "deno");
  if (!await isFolder(folder)) return "";
  const { stdout, success } = await new Deno.Command(Deno.execPath(), {
    args: ["coverage", "--lcov", folder],
    cwd: scratch.work,
    clearEnv: true,
    env: { HOME: scratch.home, PATH: Deno.env.get("PATH") ?? "" },
    stdin: "null",
    stderr: "null",
  }).output();
  return success ? new TextDecoder().decode(stdout) : "";
}

function isFolder(path: string): Promise<boolean> {
  return Deno.stat(path).then((info) => info.isDirectory, () => false);
}

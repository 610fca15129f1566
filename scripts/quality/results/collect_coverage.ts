import { join } from "@std/path";
import type { CoverageSummary } from "../../../functions/_shared/quality/gates.ts";
import type { Scratch } from "../target/scratch.ts";
import { summarizeLcov, toLcov } from "./lcov.ts";
import { readIstanbul } from "./istanbul_coverage.ts";
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
 * Finds the coverage that a test run left: the target's own (lcov, nyc, c8), else Deno's, else Node's.
 * Undefined when there is none.
 */
export async function collectCoverage(
  scratch: Scratch,
  byOurselves: boolean,
): Promise<Coverage | undefined> {
  const work = await Deno.realPath(scratch.work);
  const candidates: [Coverage["by"], () => Promise<string>][] = [
    ["the target's own tool", () => readText(join(work, "coverage", "lcov.info"))],
    [
      "the target's own tool",
      async () => toLcov(await readIstanbul(join(work, ".nyc_output"), work)),
    ],
    ["the target's own tool", () => v8Lcov(join(work, "coverage", "tmp"), work)],
    ["deno", () => denoLcov(scratch)],
  ];
  if (byOurselves) candidates.push(["node", () => v8Lcov(join(scratch.coverage, "node"), work)]);
  for (const [by, read] of candidates) {
    const lcov = (await read()).replaceAll(`SF:${work}/`, "SF:");
    const summary = summarizeLcov(lcov);
    if (summary) return { summary, lcov, by };
  }
  return undefined;
}

/** What Node wrote, for NODE_V8_COVERAGE or for c8. */
async function v8Lcov(folder: string, work: string): Promise<string> {
  if (!await isFolder(folder)) return "";
  return toLcov(await readV8Coverage(folder, work));
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

function readText(path: string): Promise<string> {
  return Deno.readTextFile(path).catch(() => "");
}

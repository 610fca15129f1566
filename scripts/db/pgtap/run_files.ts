import { readdir, readFile } from "node:fs/promises";
import { join } from "@std/path";
import { fileURLToPath } from "node:url";
import { parseTap, type TapCounts } from "./parse_tap.ts";
import type { TestServer, TestSession } from "./test_database.ts";

const testsFolder = fileURLToPath(new URL("../../../supabase/tests/", import.meta.url));

/** A file of `supabase/tests`; its first line may hold the marks of {@link readTestFiles}. */
export interface TestFile {
  /** Its path below supabase/tests with forward slashes. */
  readonly path: string;
  readonly script: string;
  /** `-- commits`: it needs a database of its own; others are rolled back. */
  readonly commits: boolean;
  /** `-- breaks`: it damages rows on purpose, so the engine's invariants are not asked at its end. */
  readonly breaks: boolean;
}

/** Reads the `*.test.sql` files whose path begins with `start`, in the order of their paths. */
export async function readTestFiles(start = ""): Promise<TestFile[]> {
  const entries = (await readdir(testsFolder, { recursive: true }))
    .map((entry) => entry.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".test.sql") && path.startsWith(start)).sort();
  return await Promise.all(entries.map(async (path) => {
    const script = await readFile(join(testsFolder, path), "utf8");
    const marks = /^--(.*)/.exec(script)?.[1] ?? "";
    return {
      path,
      script,
      commits: /\bcommits\b/.test(marks),
      breaks: /\bbreaks\b/.test(marks),
    };
  }));
}

/** The counts of many files; `problems` and `skips` name their file and server. */
export interface SuiteCounts extends TapCounts {
  files: number;
  seconds: number;
}

const atEnd = "; select tests.as_owner();";
const demandClean = `
  select 'verify: ' || invariant || ': ' || problem || ' ' || coalesce(sample::text, '') from cogo.verify();
`;

async function runFile(
  session: TestSession,
  file: TestFile,
  verify: boolean,
): Promise<TapCounts> {
  try {
    await session.run("set search_path = public, extensions");
    if (!file.commits) await session.run("begin");
    const counts = parseTap(await session.run(file.script + atEnd));
    const broken = file.breaks || !verify ? [] : await session.run(demandClean);
    counts.failed += broken.length;
    counts.problems.push(...broken);
    return counts;
  } catch (error) {
    const { message, where } = error as { message: string; where?: string };
    const problems = [`the file stopped: ${message}`, ...(where === undefined ? [] : [where])];
    return { passed: 0, failed: 1, skipped: 0, problems, skips: [] };
  } finally {
    if (!file.commits) await session.run("rollback").catch(() => []);
  }
}

/**
 * Runs files on one server, `report` getting each problem as it appears.
 * @param verify whether the engine's invariants are asked at the end of each file
 */
export async function runFiles(
  server: TestServer,
  files: readonly TestFile[],
  report: (problem: string) => void,
  verify = true,
): Promise<SuiteCounts> {
  const began = performance.now();
  const total = {
    passed: 0,
    failed: 0,
    skipped: 0,
    problems: [] as string[],
    skips: [] as string[],
    files: files.length,
  };
  const shared = await server.open();
  try {
    for (const file of files) {
      const session = file.commits ? await server.open() : shared;
      const counts = await runFile(session, file, verify);
      if (file.commits) await session.close();
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
      for (const reason of new Set(counts.skips)) {
        total.skips.push(`${server.name}: ${file.path}: ${reason}`);
      }
      if (counts.problems.length === 0) continue;
      const problem = `${server.name}: ${file.path}\n    ${counts.problems.join("\n    ")}`;
      total.problems.push(problem);
      report(problem);
    }
  } finally {
    await shared.close();
  }
  return { ...total, seconds: (performance.now() - began) / 1000 };
}

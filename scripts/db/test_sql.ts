// deno task test:sql [FOLDER] [--on pglite|native|15|17] [--json] [--part N] [--no-verify]: runs the
// pgTAP files of supabase/tests. --part N: each Nth file, and all of contract/. --no-verify: without
// asking cogo.verify() at the end of each file.
import { parseArgs } from "node:util";
import { findServers } from "../postgres/find_servers.ts";
import { readTestFiles, runFiles, type SuiteCounts } from "./pgtap/run_files.ts";
import { openNativeServer, openPgliteServer, type TestServer } from "./pgtap/test_database.ts";

/** Where to run: `pglite`, `native` (every server of this machine), or one major version. */
type TestPlace = "pglite" | "native" | number;

function openers(place: TestPlace | undefined): (() => Promise<TestServer>)[] {
  const majors = findServers().map((server) => server.major);
  const native = typeof place === "number" ? [place] : [...new Set(majors)];
  return [
    ...(place === undefined || place === "pglite" ? [openPgliteServer] : []),
    ...(place === "pglite" ? [] : native.map((major) => () => openNativeServer(major))),
  ];
}

/** What is run of the files, and what is asked at the end of each. */
interface Extent {
  readonly part: number;
  readonly verify: boolean;
}

/**
 * Runs the files below `folder` at each place and returns the counts. `say` gets each problem as it
 * appears and one line for each place.
 */
async function testSql(
  folder: string,
  place: TestPlace | undefined,
  say: (line: string) => void,
  { part, verify }: Extent,
): Promise<SuiteCounts[]> {
  const files = (await readTestFiles(folder))
    .filter(({ path }, nth) => nth % part === 0 || path.startsWith("contract/"));
  if (files.length === 0) throw new Error(`Cannot find *.test.sql in supabase/tests/${folder}`);
  // Beside each other: while PGlite works in this process, servers work in theirs.
  return await Promise.all(
    openers(place).map(async (open) => {
      const server = await open();
      try {
        const counts = await runFiles(server, files, say, verify);
        const { passed, failed, skipped, seconds } = counts;
        say(
          `${server.name}: ${counts.files} files, ${passed} passed, ${failed} failed, ` +
            `${skipped} skipped, ${seconds.toFixed(1)} s`,
        );
        return counts;
      } finally {
        await server.stop();
      }
    }),
  );
}

if (import.meta.main) {
  // Ending by Deno.exit lets the servers end with us.
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGTERM", () => Deno.exit(130));
  const { values, positionals } = parseArgs({
    args: Deno.args,
    allowPositionals: true,
    options: {
      on: { type: "string" },
      json: { type: "boolean", default: false },
      part: { type: "string", default: "1" },
      "no-verify": { type: "boolean", default: false },
    },
  });
  const place = values.on !== undefined && /^\d+$/.test(values.on) ? Number(values.on) : values.on;
  const part = Number(values.part);
  const isPlace = place === undefined || typeof place === "number" || place === "pglite" ||
    place === "native";
  if (!isPlace || !Number.isInteger(part) || part < 1) {
    console.error(
      "Usage: deno task test:sql [FOLDER] [--on pglite|native|15|16|17|18] [--json] [--part N] [--no-verify]",
    );
    Deno.exit(2);
  }
  try {
    const say = values.json ? console.error : console.log;
    const results = await testSql(positionals[0] ?? "", place, say, {
      part,
      verify: !values["no-verify"],
    });
    if (values.json) console.log(JSON.stringify(results));
    Deno.exit(results.some((counts) => counts.failed > 0) ? 1 : 0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    Deno.exit(1);
  }
}

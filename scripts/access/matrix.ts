// npm run access:matrix: writes docs/security/access-matrix.md from what the doors say of themselves.
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { openArena } from "../chaos/arena.ts";
import { runCommand } from "../command_line/run_command.ts";
import { type Executor, postgresExecutor } from "../db/executor.ts";
import { demandFresh, type GeneratedFile } from "../db/generated_file.ts";
import { migratedData, openImage } from "../db/serve_pglite.ts";
import { connect } from "../postgres/databases.ts";
import { formatMarkdown } from "./format_markdown.ts";
import { matrixCells, matrixPage } from "./matrix_page.ts";
import { readMatrix } from "./read_matrix.ts";
import { tryMatrix } from "./try_matrix.ts";

const usage = `npm run access:matrix -- [--check | --try | --json]

Writes docs/security/access-matrix.md: who may call each RPC, and what callers may do to each table,
from the comments of sql/*/api and the tables that there are.

  --check   demands that the page is what the migrations give
  --try     tries every cell over SQL, on PGlite and on a native Postgres
  --json    prints the cells instead
  --help    this text

Exit codes: 0 written, fresh, or every cell holds; 1 not so; 2 wrong usage.`;

interface Options {
  readonly check: boolean;
  readonly try: boolean;
  readonly json: boolean;
  readonly help: boolean;
}

function readOptions(args: string[]): Options {
  const flag = { type: "boolean", default: false } as const;
  const options = { check: flag, try: flag, json: flag, help: flag };
  return parseArgs({ args, options }).values;
}

/** docs/security/access-matrix.md, for the gate. */
export const accessMatrix: GeneratedFile = {
  path: "docs/security/access-matrix.md",
  task: "access:matrix",
  render: async (url) => {
    const sql = connect(url);
    try {
      return await formatMarkdown(matrixPage(await readMatrix(postgresExecutor(sql))));
    } finally {
      await sql.end({ timeout: 1 });
    }
  },
};

async function tryOn(name: string, executor: Executor): Promise<boolean> {
  await executor.exec("begin");
  const { cells, faults } = await tryMatrix(executor);
  await executor.exec("rollback");
  for (const fault of faults) console.error(`${name}: ${fault}`);
  console.log(`${name}: ${cells} cells, ${faults.length} did not hold`);
  return faults.length === 0;
}

async function run(options: Options): Promise<number> {
  const image = await openImage(await migratedData());
  try {
    if (options.try) {
      const embedded = await tryOn("PGlite", image.executor);
      const arena = await openArena(0);
      const native = await tryOn(`Postgres ${arena.server.major}`, postgresExecutor(arena.owner))
        .finally(() => arena.close());
      return embedded && native ? 0 : 1;
    }
    if (options.json) {
      console.log(JSON.stringify(matrixCells(await readMatrix(image.executor))));
      return 0;
    }
    const url = await image.serve();
    if (options.check) await demandFresh(accessMatrix, url);
    else {
      const place = fileURLToPath(new URL(`../../${accessMatrix.path}`, import.meta.url));
      await Deno.writeTextFile(place, await accessMatrix.render(url));
    }
    console.log(`${accessMatrix.path} is fresh.`);
    return 0;
  } finally {
    await image.close();
  }
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));

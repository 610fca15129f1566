// npm run build:grafana: writes docs/grafana/*.json (see usage).
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { boards } from "./boards.ts";
import type { Board } from "./panel.ts";
import { writeBoard } from "./write_board.ts";

const usage = `npm run build:grafana -- [options]

Writes the Grafana dashboards of scripts/grafana into docs/grafana, by Grafana's own SDK.

  --check  writes nothing; exit 1 when a file is not what would be written
  --json   the names of the files that changed, as JSON
  --help   this text

Exit codes: 0 written, or fresh; 1 not fresh, or failed; 2 wrong usage.`;

const schema = z.object({
  check: z.boolean().default(false),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** Where a dashboard's file is. */
export const fileOf = ({ name }: Board): string =>
  fileURLToPath(new URL(`../../docs/grafana/${name}.json`, import.meta.url));

/** A dashboard's file, as it should be. */
export const textOf = (board: Board): string => `${JSON.stringify(writeBoard(board), null, 2)}\n`;

/** Dashboards whose committed file is not what would be written. */
export async function staleBoards(): Promise<Board[]> {
  const texts = await Promise.all(
    boards.map((board) => readFile(fileOf(board), "utf8").catch(() => "")),
  );
  return boards.filter((board, nth) => texts[nth] !== textOf(board));
}

async function run({ check, json }: z.output<typeof schema>): Promise<number> {
  const stale = await staleBoards();
  if (!check) await Promise.all(stale.map((board) => writeFile(fileOf(board), textOf(board))));
  const names = stale.map(({ name }) => `docs/grafana/${name}.json`);
  if (json) console.log(JSON.stringify(names));
  else for (const name of names) console.log(`${check ? "stale" : "wrote"} ${name}`);
  return check && stale.length > 0 ? 1 : 0;
}

const read = (args: string[]) => readOptionsBy(schema, args);
if (import.meta.main) Deno.exit(await runCommand({ usage, read, run }));

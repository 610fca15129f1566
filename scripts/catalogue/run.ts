// npm run catalogue:import: providers, models and prices into the database (see options.ts).
import { basename } from "@std/path";
import { CallError } from "../../functions/_shared/worker/transport.ts";
import { EnvironmentError } from "../../functions/_shared/platform/env.ts";
import { runCommand } from "../command_line/run_command.ts";
import { bundledFiles } from "./bundled_files.ts";
import { CatalogueError } from "./catalogue.ts";
import { importCatalogue } from "./import_catalogue.ts";
import { openProject } from "./project.ts";
import { type ImportCommand, readOptions, usage } from "./options.ts";
import { tell } from "./tell.ts";

async function read(file: string): Promise<string> {
  if (file === "-") return await new Response(Deno.stdin.readable).text();
  return await Deno.readTextFile(file);
}

async function run(command: ImportCommand): Promise<number> {
  const { call, close } = openProject(command);
  try {
    const files = command.files.length > 0 ? command.files : await bundledFiles();
    for (const file of files) {
      const name = file === "-" ? "standard input" : basename(file);
      const provider = command.provider ?? (file === "-" ? undefined : basename(file, ".json"));
      const source = { text: await read(file), name, format: command.format, provider };
      const dryRun = command["dry-run"];
      const report = await importCatalogue(call, source, {
        dryRun,
        enableNew: command["enable-new"],
      })
        .catch((error) => {
          if (error instanceof Error) error.message = `${name}: ${error.message}`;
          throw error;
        });
      console.log(command.json ? JSON.stringify({ file, ...report }) : tell(name, report, dryRun));
    }
    return 0;
  } finally {
    await close();
  }
}

const expected = [CallError, CatalogueError, EnvironmentError, Deno.errors.NotFound] as const;

// A surprise is told whole, with its stack.
function onError(error: unknown): number {
  const told = expected.some((kind) => error instanceof kind);
  console.error(told ? (error as Error).message : error);
  return 1;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run, onError }));

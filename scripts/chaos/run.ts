// npm run chaos: kills everything around the engine and counts what is left (see run_options.ts).
import { runCommand } from "../command_line/run_command.ts";
import { runChaos } from "./chaos.ts";
import { summaryOf, writePage } from "./report.ts";
import { type ChaosOptions, readOptions, usage } from "./run_options.ts";

async function run(options: ChaosOptions): Promise<number> {
  const result = await runChaos(options, (line) => console.error(line));
  if (!options.json) console.log(JSON.stringify(result, null, 2));
  if (options.write) await writePage(result);
  console.log(JSON.stringify(summaryOf(result)));
  return result.clean ? 0 : 1;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));

// npm run chaos: kills everything around the engine and counts what is left (see run_options.ts).
import { runChaos } from "./chaos.ts";
import { summaryOf, writePage } from "./report.ts";
import { type ChaosOptions, readOptions, usage } from "./run_options.ts";

async function main(args: string[]): Promise<number> {
  let options: ChaosOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    console.log(usage);
    return 0;
  }
  try {
    const result = await runChaos(options, (line) => console.error(line));
    if (!options.json) console.log(JSON.stringify(result, null, 2));
    if (options.write) await writePage(result);
    console.log(JSON.stringify(summaryOf(result)));
    return result.clean ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));

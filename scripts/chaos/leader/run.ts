// npm run chaos:leader: one scheduler at a time, whatever happens (see options.ts).
import { runLeaderChaos } from "./leader_chaos.ts";
import { type LeaderOptions, readOptions, usage } from "./options.ts";

async function main(args: string[]): Promise<number> {
  let options: LeaderOptions;
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
    const result = await runLeaderChaos(options, (line) => console.error(line));
    console.log(options.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
    return result.clean ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));

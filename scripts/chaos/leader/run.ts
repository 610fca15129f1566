// npm run chaos:leader: one scheduler at a time, whatever happens (see options.ts).
import { runCommand } from "../../command_line/run_command.ts";
import { runLeaderChaos } from "./leader_chaos.ts";
import { type LeaderOptions, readOptions, usage } from "./options.ts";

async function run(options: LeaderOptions): Promise<number> {
  const result = await runLeaderChaos(options, (line) => console.error(line));
  console.log(options.json ? JSON.stringify(result) : JSON.stringify(result, null, 2));
  return result.clean ? 0 : 1;
}

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));

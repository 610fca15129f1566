import { callsTo } from "../../functions/_shared/worker/transport.ts";
import { weeklyReplySchema } from "../../functions/_shared/quality/weekly.ts";
import { connect, type Connection } from "./cli/connect.ts";
import { makeRunner } from "./cli/make_runner.ts";
import { nameTarget } from "./cli/name_target.ts";
import { type Options, planHelp, readOptions } from "./cli/options.ts";
import { exitWith, workUntilDry } from "./cli/work_until_dry.ts";
import { decide } from "./handlers/decide.ts";

if (import.meta.main) await exitWith(() => livePlan(Deno.args));

/** `npm run live:plan`: see planHelp. Returns the exit code. */
export async function livePlan(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    console.log(planHelp);
    return 0;
  }
  const connection = connect(options);
  if (options.target !== undefined) await openRun(connection, options);

  const handlers = { "orchestrator.decide": decide(makeRunner(connection, options)) };
  return await workUntilDry("orchestrator", handlers, connection, options);
}

async function openRun({ url, key }: Connection, options: Options): Promise<void> {
  const target = nameTarget(options.target);
  const args = { target, run_number: options["run-number"] };
  const reply = await callsTo({ url, key })("schedule_weekly", args, 30_000);
  const { run_id, iso_week, created } = weeklyReplySchema.parse(reply);
  if (!options.json) {
    console.error(
      `${created ? "Opened" : "Found"} run ${run_id} of ${target}, ${iso_week}`,
    );
  }
}

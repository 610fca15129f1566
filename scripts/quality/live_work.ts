import { gateNames } from "../../functions/_shared/quality/gates.ts";
import type { Handlers } from "../../functions/_shared/worker/handlers.ts";
import { connect } from "./cli/connect.ts";
import { makeRunner, withBase } from "./cli/make_runner.ts";
import { nameTarget } from "./cli/name_target.ts";
import { openRun } from "./cli/open_run.ts";
import { exitCodes, readOptions, workHelp } from "./cli/options.ts";
import { exitWith, workUntilDry } from "./cli/work_until_dry.ts";
import { aggregate } from "./handlers/aggregate.ts";
import { gate } from "./handlers/gate.ts";
import { gateFix } from "./handlers/gate_fix.ts";
import type { Runner } from "./handlers/runner.ts";

if (import.meta.main) await exitWith(() => liveWork(Deno.args));

/** `npm run live:work`: see workHelp. Returns the exit code. */
export async function liveWork(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    console.log(workHelp);
    return exitCodes.fine;
  }
  const connection = connect(options);
  if (options.gate !== undefined) {
    const { url, key: secretKey } = connection;
    await openRun({ url, secretKey, target: nameTarget(options.gate), kind: "gate", force: true });
  }
  const verdicts: string[] = [];
  const runner = watchVerdicts(withBase(makeRunner(connection, options), options.target), verdicts);
  const handlers: Handlers = {
    "quality.gate": gateFix(runner),
    "quality.aggregate": aggregate(runner),
  };
  for (const name of gateNames) handlers[`quality.${name}`] = gate(runner, name);

  const code = await workUntilDry("quality", handlers, connection, options);
  const allPassed = verdicts.every((verdict) => verdict === "passed");
  return code === exitCodes.fine && !allPassed ? exitCodes.notPassed : code;
}

/** Notes the verdict of each run that this worker finishes. */
function watchVerdicts(runner: Runner, verdicts: string[]): Runner {
  const finishRun: Runner["api"]["finishRun"] = async (runId, summary) => {
    const finished = await runner.api.finishRun(runId, summary);
    verdicts.push(finished.verdict);
    return finished;
  };
  return { ...runner, api: { ...runner.api, finishRun } };
}

// npm run router:compare:v1v2: may a routing policy replace the one that serves? (see options.ts)
import { EnvironmentError } from "../../functions/_shared/platform/env.ts";
import { CallError } from "../../functions/_shared/worker/transport.ts";
import { compareLogged } from "./compare_logged.ts";
import { openProject } from "./project.ts";
import { type Options, readOptions, usage, UsageError } from "./options.ts";
import { exitCodes, tell } from "./report.ts";
import { overLive } from "./live_command.ts";
import { counter, type Outputs } from "./outputs.ts";
import { simulate, tellSimulation } from "./simulate_command.ts";

async function overLogged(options: Options, outputs: Outputs): Promise<number> {
  const { call, close } = openProject(options);
  try {
    const { report, files, stored } = await compareLogged(
      call,
      options,
      counter(outputs, "decisions"),
    );
    if (options.json) {
      outputs.out(JSON.stringify({ ...report, files, stored }));
    } else {
      outputs.out(tell(report));
      outputs.out(`  5 report      ${files.html}, ${files.json}`);
      const next = stored?.passed
        ? `stored as ${stored.report_id}. Next step: select api.publish_policy(${report.v2.policy_id}, 'live');`
        : stored
        ? `stored as ${stored.report_id}; policy ${report.v2.policy_id} cannot go live with it.`
        : "not stored";
      outputs.out(`  ${next}`);
    }
    return exitCodes[report.verdict];
  } finally {
    await close();
  }
}

const expected = [UsageError, CallError, EnvironmentError, Deno.errors.NotFound] as const;

/** Runs the command; answers its exit code. */
export async function main(
  args: readonly string[],
  outputs: Outputs = { out: console.log, err: console.error },
): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) {
      outputs.out(usage);
      return 0;
    }
    if (options.simulate) {
      const found = simulate();
      outputs.out(options.json ? JSON.stringify(found) : tellSimulation(found));
      return found.passed ? 0 : 1;
    }
    const isLive = options.live || options["v1-url"] !== undefined ||
      options["v2-url"] !== undefined;
    return await (isLive ? overLive : overLogged)(options, outputs);
  } catch (error) {
    // Never 1: that says that a gate failed.
    const isKnown = expected.some((kind) => error instanceof kind);
    const hint = error instanceof CallError && error.hint !== "" ? `\n${error.hint}` : "";
    outputs.err(isKnown ? `${(error as Error).message}${hint}` : Deno.inspect(error));
    return 2;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));

// npm run router:compare:v1v2: may a routing policy replace the one that serves? (see options.ts)
import { join } from "@std/path";
import { EnvironmentError } from "../../functions/_shared/platform/env.ts";
import { CallError } from "../../functions/_shared/worker/transport.ts";
import { absoluteUrl, liveHeaders } from "./ask_live.ts";
import { compareLive } from "./compare_live.ts";
import { compareLogged } from "./compare_logged.ts";
import { openCall } from "./open_call.ts";
import { type Options, readOptions, usage, UsageError } from "./options.ts";
import { exitCodes, tell } from "./report.ts";
import { livePage } from "./report_html.ts";
import { defaultTrials, readTrials } from "./requests.ts";
import { simulate, tellSimulation } from "./simulate_command.ts";

/** Where the command writes: results to `out`, progress and errors to `err`. */
export interface Outputs {
  out(text: string): void;
  err(text: string): void;
}

/** Tells how many are done, every two seconds. */
function counter(outputs: Outputs, what: string): (count: number) => void {
  let last = performance.now();
  return (count) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    outputs.err(`  … ${count} ${what}`);
  };
}

async function overLogged(options: Options, outputs: Outputs): Promise<number> {
  const { call, close } = openCall(options);
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

async function overLive(options: Options, outputs: Outputs): Promise<number> {
  const variables = Deno.env.toObject();
  const fallback = variables["ROUTER_SELECT_URL"];
  const url = (flag: "v1-url" | "v2-url") => {
    const typed = options[flag];
    if (typed !== undefined) return absoluteUrl(`--${flag}`, typed);
    if (fallback !== undefined) return absoluteUrl("ROUTER_SELECT_URL", fallback);
    throw new UsageError(`--${flag} or ROUTER_SELECT_URL is missing.`);
  };
  const trials = options.requests === undefined
    ? defaultTrials()
    : readTrials(await Deno.readTextFile(options.requests));
  const urls = [url("v1-url"), url("v2-url")] as const;
  const told = counter(outputs, "requests");
  const report = await compareLive(
    urls,
    liveHeaders(variables),
    trials,
    told,
    options["cost-ratio"],
  );
  await Deno.mkdir(options.out, { recursive: true });
  await Deno.writeTextFile(join(options.out, "live.html"), livePage(report));
  await Deno.writeTextFile(join(options.out, "live.json"), JSON.stringify(report, null, 2));
  if (options.json) outputs.out(JSON.stringify(report));
  else {
    const mark = { passed: "passed", failed: "FAILED", none: "no verdict" };
    outputs.out(`v1 ${urls[0]}\nv2 ${urls[1]}`);
    for (const [name, { verdict, told, examples }] of Object.entries(report.gates)) {
      outputs.out(
        `  ${name.padEnd(12)}${mark[verdict].padEnd(11)}${[told, ...examples].join("\n    ")}`,
      );
    }
    outputs.out(`  ${join(options.out, "live.html")}`);
  }
  return exitCodes[report.verdict];
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
    if (
      !expected.some((kind) => error instanceof kind) &&
      !(error instanceof Error && error.message.startsWith("Cannot read "))
    ) {
      throw error;
    }
    const hint = error instanceof CallError && error.hint !== "" ? `\n${error.hint}` : "";
    outputs.err(`${(error as Error).message}${hint}`);
    return 2;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));

import { join } from "@std/path";
import { absoluteUrl, liveHeaders } from "./ask_live.ts";
import { compareLive } from "./compare_live.ts";
import { type Options, UsageError } from "./options.ts";
import { counter, type Outputs } from "./outputs.ts";
import { exitCodes } from "./report.ts";
import { livePage } from "./report_html.ts";
import { defaultTrials, readTrials } from "./requests.ts";

/** Compares live functions and writes the pages; answers the exit code. @throws UsageError */
export async function overLive(options: Options, outputs: Outputs): Promise<number> {
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

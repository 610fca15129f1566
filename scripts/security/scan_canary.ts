// npm run scan:canary: takes canary keys through everything and looks for them everywhere.
import { z } from "zod";
import { readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { finderOf, type Finding, formsOf } from "./canary.ts";
import { type Scan, scanEmbedded, scanNative } from "./scan.ts";
import { filesIn } from "./written.ts";

const usage = `npm run scan:canary -- [options]

Takes random provider keys through keys add, select_route, key-vault, calls that fail in every way,
keys given in wrong places, rotation, break-glass and shredding; then searches everything that was
written (logs, answers, errors, events, every row of every table, statistics, texts of statements,
all files) for them in clear, reversed, base64, hex and URL-encoded. Over the embedded stack, then over
a native server that logs every statement with its parameters. Takes about a minute.

  --embedded     only the embedded stack, as the test suite does
  --folder DIR   also searches what is in a folder for the fixed canaries of the tests; repeatable
  --json         one JSON line a scan on stdout
  --help         this text

Exit codes: 0 no hit, and every planted leak was found; 1 otherwise; 2 wrong usage.`;

/** Looks for what all fixed canaries of the tests begin with. */
async function scanFolder(folder: string): Promise<Finding[]> {
  const needles = formsOf("sk-canary-").map(([form, text]) => ({
    canary: "of a test",
    form,
    text,
  }));
  const find = finderOf(needles);
  const findings: Finding[] = [];
  for await (const { source, text } of filesIn(folder)) {
    findings.push(...find(source, text));
  }
  return findings;
}

function tell(scan: Scan): void {
  const size = (scan.bytes / 1e6).toFixed(0);
  console.log(`${scan.database}: ${scan.canaries} canaries, ${scan.sources} sources, ${size} MB`);
  for (const { source, canary, form } of scan.findings) {
    console.log(`  HIT ${source}: ${canary}, ${form}`);
  }
  console.log(
    `  ${scan.findings.length} hits; ${scan.planted_found} of ${scan.planted} planted leaks found`,
  );
}

const schema = z.object({
  embedded: z.boolean().default(false),
  folder: z.array(z.string()).default([]),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});
type Options = z.output<typeof schema>;

async function run(options: Options): Promise<number> {
  let isClean = true;
  for (const scan of options.embedded ? [scanEmbedded] : [scanEmbedded, scanNative]) {
    console.error("scanning …");
    const result = await scan();
    if (options.json) console.log(JSON.stringify(result));
    else tell(result);
    isClean &&= result.findings.length === 0 && result.planted_found === result.planted;
  }
  for (const folder of options.folder) {
    const findings = await scanFolder(folder);
    if (options.json) console.log(JSON.stringify({ folder, findings }));
    else console.log(`${folder}: ${findings.length} hits`, ...findings.map(({ source }) => source));
    isClean &&= findings.length === 0;
  }
  return isClean ? 0 : 1;
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}

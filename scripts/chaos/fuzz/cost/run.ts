// npm run fuzz:cost: calls every door of agents with values that cost their sender little.
import { z } from "zod";
import { markdownTable } from "../../../bench/table.ts";
import { rewritePart } from "../../../bench/write_page.ts";
import { count, readOptionsBy } from "../../../command_line/read_options.ts";
import { runCommand } from "../../../command_line/run_command.ts";
import { bound, type Cost, fuzzCost } from "./fuzz_cost.ts";
import { withCostGround } from "./ground.ts";

const usage = `npm run fuzz:cost -- [options]

Calls every RPC that agents have with huge numbers, deep and wide JSON, long texts and long lists, at
every place of every argument, on a Postgres of its own. A call fails that needs more than ${bound.ms} ms
and more than ${bound.times} times what the same call needs with a small value and reading the value.

  --share N     percent of the calls, by lot (default 100: about 4 minutes)
  --seed N      of the lot (default 1)
  --only NAME   one RPC
  --json        the result as JSON on stdout; progress stays on stderr
  --write       write the result to docs/benchmarks/harm.md
  --help        this text

Exit codes: 0 no call was over the bound, 1 some were or it failed, 2 wrong usage.`;

const schema = z.object({
  share: count(1, 100).default(100),
  seed: count(0, 2 ** 31).default(1),
  only: z.string().regex(/^[a-z_]+$/).optional(),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});

const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const row = (one: Cost) => [
  `\`${one.rpc}\` ${one.parameter}${one.place}`,
  `${one.hostile} (${Math.ceil(one.bytes / 1024)} KiB)`,
  one.word,
  ms(one.ms),
];

async function run(options: z.output<typeof schema>): Promise<number> {
  const { seed, only } = options;
  const given = { seed, share: options.share / 100, ...(only === undefined ? {} : { only }) };
  const say = (line: string) => console.error(line);
  const result = await withCostGround((ground) => fuzzCost(ground, given, say));
  const { calls, rpcs, answered, dearest, faults } = result;
  if (options.json) console.log(JSON.stringify(result));
  else {
    for (const one of faults.length > 0 ? faults : dearest) console.log(row(one).join(" | "));
    console.log(`${calls} calls of ${rpcs} RPCs (${answered} answered), ${faults.length} too dear`);
  }
  if (options.write) {
    const head = ["argument", "hostile value", "answer", "best of five"];
    const told = `${calls} calls of ${rpcs} RPCs, ${faults.length} over the bound; measured ` +
      `${new Date().toISOString().slice(0, 10)} on ${navigator.hardwareConcurrency} cores, load ` +
      `average at the end ${(Deno.loadavg()[0] ?? 0).toFixed(1)}. The dearest:`;
    const table = markdownTable([head, ...dearest.slice(0, 12).map(row)]);
    await rewritePart("harm.md", "cost", `${told}\n\n${table}`);
  }
  return faults.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  Deno.exit(await runCommand({ usage, read: (args) => readOptionsBy(schema, args), run }));
}

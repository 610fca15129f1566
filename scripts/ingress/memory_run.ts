// npm run bench:memory: what minutes of a flood do to the memory of the embedded stack.
import { z } from "zod";
import { columns, markdownTable } from "../bench/table.ts";
import { rewritePart } from "../bench/write_page.ts";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { runCommand } from "../command_line/run_command.ts";
import { measureMemory, type MemoryRun, type MemorySample } from "./memory.ts";

const usage = `npm run bench:memory -- [options]

Floods the embedded stack at an even rate and watches the memory of its process. Nothing collects
garbage by force until the flood is over.

  --seconds N   of the flood (default 300)
  --rate N      requests a second (default 100)
  --limit N     of them that are let in and worked on (default 20)
  --json        the samples as JSON on stdout; progress stays on stderr
  --write       write the result to docs/benchmarks/harm.md
  --help        this text

Bars: no wrong answer, and the least heap of the last third within 10 MiB of that of the second.
Exit codes: 0 the bars are met, 1 they are missed or it failed, 2 wrong usage.`;

const schema = z.object({
  seconds: count(30, 3600).default(300),
  rate: count(1, 1000).default(100),
  limit: count(1, 1000).default(20),
  json: z.boolean().default(false),
  write: z.boolean().default(false),
  help: z.boolean().default(false),
});

const third = ({ samples }: MemoryRun, nth: number) => {
  const size = Math.floor(samples.length / 3);
  return samples.slice(nth * size, nth === 2 ? undefined : (nth + 1) * size);
};
const mib = (value: number) => `${value.toFixed(0)} MiB`;
const span = (samples: readonly MemorySample[], field: "rss" | "heap_used") => {
  const values = samples.map((one) => one[field]);
  return `${Math.min(...values).toFixed(0)} to ${mib(Math.max(...values))}`;
};
const leastHeap = (samples: readonly MemorySample[]) =>
  Math.min(...samples.map(({ heap_used }) => heap_used));

function rowsOf(run: MemoryRun): string[][] {
  const thirds = [0, 1, 2].map((nth) => third(run, nth));
  return [
    ["what", "first third", "second", "last", "after collecting"],
    [
      "memory of the process",
      ...thirds.map((one) => span(one, "rss")),
      mib(run.collected.rss),
    ],
    [
      "heap in use",
      ...thirds.map((one) => span(one, "heap_used")),
      mib(run.collected.heap_used),
    ],
  ];
}

async function run(options: z.output<typeof schema>): Promise<number> {
  const { seconds, rate, limit } = options;
  const given = { seconds, perSecond: rate, limit, everyMs: 5000 };
  const found = await measureMemory(given, (line) => console.error(line));
  const rows = rowsOf(found);
  console.log(options.json ? JSON.stringify(found) : columns(rows));
  if (options.write) {
    const told = `${found.offered} requests in ${seconds} s, ${found.accepted} accepted, ` +
      `${found.refused} refused, ${found.wrong} answered otherwise; the embedded stack, ` +
      `${navigator.hardwareConcurrency} cores, ${new Date().toISOString().slice(0, 10)}, load ` +
      `average at the end ${(Deno.loadavg()[0] ?? 0).toFixed(1)}.`;
    await rewritePart("harm.md", "memory", `${told}\n\n${markdownTable(rows)}`);
  }
  const isFlat = leastHeap(third(found, 2)) <= leastHeap(third(found, 1)) + 10;
  return isFlat && found.wrong === 0 ? 0 : 1;
}

if (import.meta.main) {
  const read = (args: string[]) => readOptionsBy(schema, args);
  Deno.exit(await runCommand({ usage, read, run }));
}

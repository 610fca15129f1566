// npm run bench:router: keys, routing and money against the bars of their design (see router/options.ts).
import { runCommand } from "../command_line/run_command.ts";
import { openGround } from "./ground.ts";
import { measureChoice } from "./router/choice_cost.ts";
import { measureEnvelope } from "./router/envelope_speed.ts";
import { type Figure, figureRows, isMet } from "./router/figure.ts";
import { openRouterGround, type RouterGround } from "./router/ground.ts";
import { measureLimiter } from "./router/limiter_cost.ts";
import { measureCallers, measureCycles } from "./router/many_callers.ts";
import { type PartName, readOptions, type RouterBenchOptions, usage } from "./router/options.ts";
import { measureHttp } from "./router/over_http.ts";
import { writeFigures, writeReceipts } from "./router/page.ts";
import { replayReceipts } from "./router/receipts.ts";
import { columns } from "./table.ts";

const say = (line: string) => console.error(line);

const parts: Record<PartName, (ground: RouterGround) => Promise<Figure[]>> = {
  choice: measureChoice,
  limiter: measureLimiter,
  callers: measureCallers,
  cycles: measureCycles,
  http: measureHttp,
  envelope: ({ quick }) => measureEnvelope(quick),
};

async function measure(options: RouterBenchOptions): Promise<number> {
  const rounds = options.rounds ?? (options.quick ? 5 : 9);
  const loadBefore = (Deno.loadavg()[0] ?? 0).toFixed(1);
  const { postgres, quick } = options;
  const ground = await openRouterGround({ postgres, rounds, quick }, say);
  try {
    const { major } = ground.bench.server;
    say(`Postgres ${major}, default durability, load average ${loadBefore}`);
    const figures: Figure[] = [];
    for (const part of options.parts) {
      say(`measuring: ${part}`);
      figures.push(...await parts[part](ground));
    }
    if (options.write) await writeFigures(figures, { major, rounds, loadBefore });
    if (options.json) {
      for (const figure of figures) console.log(JSON.stringify({ ...figure, met: isMet(figure) }));
    } else console.log(columns(figureRows(figures)));
    return 0;
  } finally {
    await ground.close();
  }
}

async function replay(options: RouterBenchOptions, count: number): Promise<number> {
  const ground = await openGround(options.postgres);
  try {
    const found = await replayReceipts(ground, { count, seed: options.seed, say });
    if (options.write) await writeReceipts(found, options.seed);
    console.log(JSON.stringify(found, null, options.json ? 0 : 2));
    const isWhole = found.equal === found.receipts && found.forgeries_told === found.forged;
    return isWhole ? 0 : 1;
  } finally {
    await ground.close();
  }
}

const run = (options: RouterBenchOptions): Promise<number> =>
  options.receipts === undefined ? measure(options) : replay(options, options.receipts);

if (import.meta.main) Deno.exit(await runCommand({ usage, read: readOptions, run }));

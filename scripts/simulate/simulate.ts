import { fileURLToPath } from "node:url";
import { TextLineStream } from "../quality/cli/text_line_stream.ts";

import type { Violation } from "./violation.ts";
import { loadSimulation } from "./load_file.ts";
import type { SimulateOptions } from "./options.ts";
import { prepareTemplate } from "./prepare_image.ts";
import { type Told, toldSchema } from "./share.ts";
import { tellShortly } from "./tell_shortly.ts";

/** What a run of simulations came to. */
export interface SimulateResult {
  readonly seed: number;
  readonly schedules: number;
  readonly seconds: number;
  readonly effects: number;
  /** Calls by what went wrong with them. */
  readonly calls: Readonly<Record<string, number>>;
  /** How often each workflow and each type of job came to each end. */
  readonly ends: Readonly<Record<string, number>>;
  /** The seeds that fail, at most 20, and the first thing that each breaks. */
  readonly failing: readonly ({ readonly seed: number } & Violation)[];
  readonly failures: number;
  /** The first failing schedule with all that does not matter left out; all of a single one. */
  readonly story: readonly string[];
}

type Options = Omit<SimulateOptions, "json" | "help">;

const program = fileURLToPath(new URL("./share.ts", import.meta.url));

async function runShare(share: object, tell: (told: Told) => void): Promise<void> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--no-prompt", "-A", program, JSON.stringify(share)],
    stdin: "null",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
  for await (const line of lines) {
    if (line.startsWith('{"seed"')) tell(toldSchema.parse(JSON.parse(line)));
    else console.error(line); // what a handler prints
  }
  const { success } = await child.status;
  if (!success) throw new Error("A process of the simulation failed; see above.");
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, times] of counts.flatMap((one) => Object.entries(one))) {
    sums[name] = (sums[name] ?? 0) + times;
  }
  return Object.fromEntries(Object.entries(sums).sort(([one], [other]) => one < other ? -1 : 1));
}

/** Runs schedules in several processes; the first that fails is shrunk and told. */
export async function simulate(
  options: Options,
  say: (line: string) => void,
): Promise<SimulateResult> {
  await loadSimulation(options.file); // says what is wrong with the file before anything starts
  const began = performance.now();
  const prepared = await prepareTemplate(options.on);
  const { seed, schedules, file, moves, plant } = options;
  const told: Told[] = [];
  const progress = setInterval(() => say(`${told.length} of ${schedules} schedules`), 2_000);
  try {
    const step = Math.min(options.processes, schedules);
    await Promise.all(Array.from({ length: step }, (_, nth) => {
      const share = {
        template: prepared.name,
        file,
        moves,
        first: seed + nth,
        end: seed + schedules,
        step,
      };
      return runShare({ ...share, ...(plant ? { plant } : {}) }, (one) => told.push(one));
    }));
    told.sort((one, other) => one.seed - other.seed);
    const failed = told.filter(({ violations }) => violations.length > 0);
    if (failed[0]) say(`seed ${failed[0].seed} fails; looking for a short story`);
    return {
      seed,
      schedules: told.length,
      seconds: Math.round(performance.now() - began) / 1000,
      effects: told.reduce((sum, { effects }) => sum + effects, 0),
      calls: sumOf(told.map((one) => one.troubles)),
      ends: sumOf(told.map((one) => one.ends)),
      failing: failed.slice(0, 20).map((one) => ({ seed: one.seed, ...one.violations[0]! })),
      failures: failed.length,
      story: failed[0] || schedules === 1
        ? await tellShortly(prepared.template, options, failed[0]?.seed ?? seed)
        : [],
    };
  } finally {
    clearInterval(progress);
    await prepared.remove();
  }
}

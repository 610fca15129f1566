import { z } from "zod";
import { count, readOptionsBy } from "../command_line/read_options.ts";
import { isPlant, type Plant, plants } from "./plants.ts";

export const usage = `npm run simulate -- [options]

Runs jobs and workflows of yours through thousands of schedules in an engine of its own, in virtual
time: workers die or come back too late, calls are lost, doubled, delayed or break half-way, time
jumps, handlers throw. After each schedule everything must have come to an end, cogo.verify() must
be clean, sagas done or wholly undone, and your own invariants true.

  --file F       module that exports simulation (default docs/examples/order_simulation.ts)
  --schedules N  how many schedules (default 1000)
  --seed N       the first schedule's seed (default: random, printed); the next ones follow
  --moves N      moves of a schedule (default 80)
  --processes N  processes at a time (default 2)
  --on E         pglite (default), or native: a Postgres of its own, which needs less CPU
  --plant P      puts a known bug into the engine, to see it found: ${
  Object.keys(plants).join(", ")
}
  --json         one JSON line with the result on stdout
  --help         this text

A failing schedule is printed as a short story. It replays, letter by letter, with the same file and
moves, its seed and --schedules 1. Exit codes: 0 all held, 1 something did not, 2 wrong usage.`;

const schema = z.object({
  file: z.string().default("docs/examples/order_simulation.ts"),
  schedules: count(1, 10_000_000).default(1000),
  seed: count(0, 4_000_000_000).default(() => Math.floor(Math.random() * 1_000_000)),
  moves: count(1, 10_000).default(80),
  processes: count(1, 64).default(2),
  on: z.enum(["pglite", "native"]).default("pglite"),
  plant: z.custom<Plant>((name) => typeof name === "string" && isPlant(name), {
    message: `must be one of ${Object.keys(plants).join(", ")}`,
  }).optional(),
  json: z.boolean().default(false),
  help: z.boolean().default(false),
});

/** What a simulation does. */
export type SimulateOptions = z.output<typeof schema>;

/** Reads the command line; throws with a sentence about what is wrong with it. */
export function readOptions(args: string[]): SimulateOptions {
  return readOptionsBy(schema, args);
}

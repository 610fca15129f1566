import { SimulatedDatabase } from "./database.ts";
import { loadSimulation } from "./load_file.ts";
import { movesOf } from "./moves.ts";
import type { SimulateOptions } from "./options.ts";
import { runSchedule, type Schedule } from "./schedule.ts";
import type { Template } from "./session.ts";
import { shrink } from "./shrink.ts";
import { seededRandom } from "../chaos/random.ts";

/**
 * The story of a seed. Where it fails: of the shortest schedule that breaks the same invariant,
 * with as few moves and arrivals as can be. The same options tell the same story.
 */
export async function tellShortly(
  template: Template,
  { file, plant, moves: count }: Pick<SimulateOptions, "file" | "plant" | "moves">,
  seed: number,
  patience = 300,
): Promise<readonly string[]> {
  const simulation = await loadSimulation(file);
  const database = await SimulatedDatabase.open(template, simulation, plant);
  try {
    const run = (schedule: Schedule) => runSchedule(database, simulation, schedule);
    const whole = { seed, moves: movesOf(seed, count) };
    const { violations, story } = await run(whole);
    const [first] = violations;
    if (!first) return story;
    const fails = async (schedule: Schedule) =>
      (await run(schedule)).violations.some(({ invariant }) => invariant === first.invariant);
    const all = simulation.arrivals(seededRandom(seed + 1_000_003)).map((_, nth) => nth);
    const moves = await shrink(whole.moves, (moves) => fails({ seed, moves }), patience);
    const arrivals = await shrink(all, (arrivals) => fails({ seed, moves, arrivals }), patience);
    return (await run({ seed, moves, arrivals })).story;
  } finally {
    await database.close();
  }
}

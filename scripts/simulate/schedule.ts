import type { Simulation } from "../../functions/_shared/workflows/simulation.ts";
import type { SimulatedDatabase } from "./database.ts";
import { lookBack } from "./aftermath.ts";
import { judge } from "./judge.ts";
import type { Violation } from "./violation.ts";
import type { Move, Trouble } from "./moves.ts";
import { World } from "./world.ts";

/** How a schedule ended. */
export interface ScheduleResult {
  readonly violations: readonly Violation[];
  readonly story: readonly string[];
  readonly effects: number;
  /** How often each type of job and each workflow came to each end. */
  readonly ends: Record<string, number>;
  /** Calls by what went wrong with them. */
  readonly troubles: Partial<Record<Trouble, number>>;
}

/** A schedule: a seed for arrivals and for the engine's chance, and moves. */
export interface Schedule {
  readonly seed: number;
  readonly moves: readonly Move[];
  /** The places of the arrivals that come; all by default. */
  readonly arrivals?: readonly number[];
}

/** Runs moves from the beginning of time, lets everything come to rest, and judges what is left. */
export async function runSchedule(
  database: SimulatedDatabase,
  simulation: Simulation,
  { seed, moves, arrivals }: Schedule,
): Promise<ScheduleResult> {
  await database.restore(seed);
  const world = new World(database, simulation, seed, arrivals);
  for (const move of moves) await world.move(move);
  const unrest = await world.comeToRest();
  const aftermath = await lookBack(world);
  const violations = [
    ...(unrest === undefined ? [] : [{ invariant: "everything comes to an end", problem: unrest }]),
    ...await judge(world, aftermath, simulation),
  ];
  const ends: Record<string, number> = {};
  const own = aftermath.workflows.map(({ name, state }) => `${name} ${state}`);
  const jobs = aftermath.jobs.map(({ type, outcome }) => `${type} ${outcome}`);
  for (const end of [...own, ...jobs]) ends[end] = (ends[end] ?? 0) + 1;
  for (const { invariant, problem } of violations) {
    world.story.tell("BROKEN", `${invariant}: ${problem}`);
  }
  const { story, effects, calls } = world;
  return {
    violations,
    story: story.lines,
    effects: effects.list.length,
    ends,
    troubles: calls.troubles,
  };
}

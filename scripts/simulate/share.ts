// One process of npm run simulate: runs its share of the schedules and tells each on a line.
import { z } from "zod";
import { SimulatedDatabase } from "./database.ts";
import { loadSimulation } from "./load_file.ts";
import { movesOf } from "./moves.ts";
import { isPlant } from "./plants.ts";
import { runSchedule } from "./schedule.ts";
import type { Template } from "./session.ts";

/** What a process is told to do, as JSON in its one argument. */
const shareSchema = z.object({
  /** A file of PGlite's, or the URL of a prepared database. */
  template: z.string(),
  file: z.string(),
  plant: z.string().optional(),
  moves: z.number(),
  /** Seeds from `first` up to, but without, `end`, each `step`-th. */
  first: z.number(),
  end: z.number(),
  step: z.number(),
});

/** What a process tells of a schedule. */
export const toldSchema = z.object({
  seed: z.number(),
  effects: z.number(),
  ends: z.record(z.string(), z.number()),
  troubles: z.record(z.string(), z.number()),
  violations: z.array(z.object({ invariant: z.string(), problem: z.string() })),
});

/** {@link toldSchema}, checked. */
export type Told = z.output<typeof toldSchema>;

/** Schedules after which a process takes a fresh copy: nothing vacuums, so dead rows pile up. */
const freshEvery = 200;

if (import.meta.main) {
  const share = shareSchema.parse(JSON.parse(Deno.args[0] ?? ""));
  const simulation = await loadSimulation(share.file);
  const plant = share.plant !== undefined && isPlant(share.plant) ? share.plant : undefined;
  const template: Template = share.template.startsWith("postgres")
    ? new URL(share.template)
    : new Blob([await Deno.readFile(share.template)]);
  let database: SimulatedDatabase | undefined;
  for (let seed = share.first, nth = 0; seed < share.end; seed += share.step, nth++) {
    if (nth % freshEvery === 0) {
      await database?.close();
      database = undefined;
    }
    database ??= await SimulatedDatabase.open(template, simulation, plant);
    const moves = movesOf(seed, share.moves);
    const result = await runSchedule(database, simulation, { seed, moves });
    const { effects, ends, troubles, violations } = result;
    console.log(JSON.stringify({ seed, effects, ends, troubles, violations }));
  }
  await database?.close();
}

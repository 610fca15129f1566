import { resolve } from "@std/path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { Simulation } from "../../functions/_shared/workflows/simulation.ts";

const shape = z.object({
  handlers: z.record(z.string(), z.unknown()),
  arrivals: z.custom<unknown>((value) => typeof value === "function", "must be a function"),
});

/** Loads the simulation that a module exports. Throws with what is wrong with the file. */
export async function loadSimulation(file: string): Promise<Simulation> {
  const module = await import(pathToFileURL(resolve(file)).href) as { simulation?: unknown };
  const checked = shape.safeParse(module.simulation);
  if (checked.success) return module.simulation as Simulation;
  const [issue] = checked.error.issues;
  const problem = module.simulation === undefined
    ? "it exports no simulation"
    : `simulation.${issue!.path.join(".")} ${issue!.message}`;
  throw new Error(`Cannot simulate ${file}: ${problem}. See docs/guides/simulate.md.`);
}

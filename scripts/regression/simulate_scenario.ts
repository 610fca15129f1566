import { simulate } from "../simulate/simulate.ts";
import { exact, type Figure } from "./figures.ts";

/**
 * Seeded schedules of crashes of the shipped saga: every one must end whole or wholly undone, and
 * some must have had to undo.
 */
export async function undoSagas(say: (line: string) => void): Promise<Figure[]> {
  const { schedules, failures, ends } = await simulate({
    file: "docs/examples/order_simulation.ts",
    schedules: 12,
    seed: 1,
    moves: 60,
    processes: 2,
    on: "pglite",
    plant: undefined,
  }, say);
  const some_undone = Object.keys(ends).some((end) => /compensated|undone/.test(end));
  return exact("sagas under crashes", { schedules, failures, some_undone });
}

import { doubts, leastEffective } from "./judge.ts";
import { measure } from "./simulate.ts";

/** The bar: so far off the estimators may be, on average over worlds. */
const mostError = 0.01;

/** What `--simulate` finds out: how far off each way is where the truth is known. */
export function simulate(worlds = 20) {
  const { estimates: _, ...usual } = measure(worlds, {
    decisions: 10_000,
    epsilon: 0.05,
    temperature: 0.2,
  });
  const { estimates, ...narrow } = measure(Math.ceil(worlds / 4), {
    decisions: 10_000,
    epsilon: 0,
    temperature: 0.01,
  });
  const unjudged = estimates.filter((found) => doubts("quality", found).length > 0).length;
  const passed = usual.snips <= mostError && usual.dr <= mostError &&
    usual.naive > 2 * Math.max(usual.snips, usual.dr) && unjudged === narrow.worlds;
  return { kind: "router-compare-simulation/1" as const, passed, usual, narrow, unjudged };
}

/** The simulation for a terminal. */
export function tellSimulation({ passed, usual, narrow, unjudged }: ReturnType<typeof simulate>) {
  const error = (value: number) => value.toFixed(4);
  return [
    `${usual.worlds} worlds of 8 models, 7 kinds of requests and ${usual.decisions} decisions; mean absolute error of v2's value:`,
    `  mean by model   ${error(usual.naive)}`,
    `  SNIPS           ${error(usual.snips)}`,
    `  doubly robust   ${error(usual.dr)}   (${mostError} at most; effective sample ${
      (usual.effective * 100).toFixed(0)
    } %)`,
    `logged nearly without chance: SNIPS ${error(narrow.snips)}, effective sample ${
      (narrow.effective * 100).toFixed(0)
    } % (${leastEffective * 100} % needed): no verdict in ${unjudged} of ${narrow.worlds} worlds`,
    passed ? "passed" : "FAILED",
  ].join("\n");
}

import { h, table } from "../shared/dom.js";
import { duration } from "../shared/format.js";
import { verdictPill } from "../shared/states.js";

/** The runs before the newest. */
export function drawRuns(runs) {
  if (runs.length === 0) return h("p", { class: "quiet" }, "Earlier runs will be listed here.");
  return table("Earlier quality runs", [
    {
      title: "Target",
      head: true,
      class: "words",
      cell: (run) => run.target === "." ? "this checkout" : run.target,
    },
    { title: "Run", cell: (run) => `${run.iso_week} · ${run.run_number}` },
    { title: "Verdict", cell: (run) => verdictPill(run.verdict) },
    { title: "Took", number: true, cell: (run) => duration(run.duration_ms) },
  ], runs);
}

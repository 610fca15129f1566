import { bar, h, table } from "./dom.js";
import { count, duration } from "./format.js";

/** What of a summary the lanes show. */
export const lanesData = ({ now }) => ({
  lanes: now.lanes,
  executors: now.by_executor,
  is_capped: now.is_capped,
});

/** Depth and age of each lane, and what each executor has in hand. */
export function drawLanes({ lanes, executors, is_capped }) {
  if (lanes.length === 0) {
    return h("p", { class: "quiet" }, "No lane is open. Open one with the RPC open_lanes.");
  }
  const deepest = Math.max(1, ...lanes.map((lane) => lane.depth));
  return [
    table("Ready jobs by lane", [
      { title: "Lane", head: true, cell: (lane) => `${lane.executor} · ${lane.priority}` },
      { title: "", class: "bar-cell", cell: (lane) => bar(lane.depth / deepest, "running") },
      { title: "Depth", number: true, cell: (lane) => count(lane.depth) },
      {
        title: "Oldest",
        number: true,
        cell: (lane) =>
          lane.oldest_age_seconds === null
            ? h("span", { class: "nil" }, "–")
            : duration(lane.oldest_age_seconds * 1000),
      },
    ], lanes),
    h("h3", {}, "By executor"),
    table("Open jobs by executor", [
      { title: "Executor", head: true, cell: (line) => line.executor },
      ...["ready", "waiting", "blocked", "assigned", "running"].map((place) => ({
        title: place,
        number: true,
        cell: (line) => line[place] === 0 ? h("span", { class: "nil" }, "0") : count(line[place]),
      })),
    ], executors),
    is_capped && h("p", { class: "quiet small" }, "Very many jobs: counts stop at a bound."),
  ];
}

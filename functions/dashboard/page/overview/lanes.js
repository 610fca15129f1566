import { bar, h, table } from "../shared/dom.js";
import { count, duration } from "../shared/format.js";

const priorities = ["urgent", "normal", "bulk"];
const places = ["ready", "waiting", "blocked", "assigned", "running"];

/** What of a summary the lanes show. */
export const lanesData = ({ now }) => ({
  lanes: now.lanes,
  executors: now.by_executor,
  is_capped: now.is_capped,
});

const faint = (value) => value === 0 ? h("span", { class: "nil" }, "0") : count(value);

/** One line per executor: the depth of its lanes (shards together) and its oldest ready job. */
function byExecutor(lanes) {
  const lines = new Map();
  for (const lane of lanes) {
    const line = lines.get(lane.executor) ?? { executor: lane.executor, oldest: null };
    line[lane.priority] = (line[lane.priority] ?? 0) + lane.depth;
    if (lane.oldest_age_seconds !== null) {
      line.oldest = Math.max(line.oldest ?? 0, lane.oldest_age_seconds * 1000);
    }
    lines.set(lane.executor, line);
  }
  return [...lines.values()];
}

/** Depth and age of the lanes, and where each executor's open jobs stand. */
export function drawLanes({ lanes, executors, is_capped }) {
  if (lanes.length === 0) {
    return h("p", { class: "quiet" }, "No lane is open. Open one with the RPC open_lanes.");
  }
  const deepest = Math.max(1, ...lanes.map((lane) => lane.depth));
  return [
    table("Ready jobs by lane", [
      { title: "Ready in", head: true, cell: (line) => line.executor },
      ...priorities.map((priority) => ({
        title: priority,
        number: true,
        class: "depth",
        cell: (line) => [
          faint(line[priority] ?? 0),
          bar((line[priority] ?? 0) / deepest, "running"),
        ],
      })),
      {
        title: "oldest",
        number: true,
        cell: ({ oldest }) => oldest === null ? h("span", { class: "nil" }, "–") : duration(oldest),
      },
    ], byExecutor(lanes)),
    h("h3", {}, "Open jobs by place"),
    table("Open jobs by executor and place", [
      { title: "Executor", head: true, cell: (line) => line.executor },
      ...places.map((place) => ({
        title: place,
        number: true,
        cell: (line) => faint(line[place]),
      })),
    ], executors),
    is_capped && h("p", { class: "quiet small" }, "Very many jobs: counts stop at a bound."),
  ];
}

import { actButton } from "../shared/acting.js";
import { h, pill, table, unseen } from "../shared/dom.js";
import { count, duration } from "../shared/format.js";

const faint = (value) => value > 0 ? count(value) : h("span", { class: "nil" }, "0");
const places = ["depth", "waiting", "blocked", "parked", "backlog", "held"];
const titles = { depth: "ready" };

/** Every lane: what stands where, the oldest ready job, and the switch that pauses it. */
export function drawLanes(lanes) {
  if (lanes.length === 0) {
    return h("p", { class: "quiet" }, "No lane is open. Open some with the RPC open_lanes.");
  }
  return table("Lanes", [
    {
      title: "Lane",
      head: true,
      cell: (lane) => [`${lane.executor} `, h("span", { class: "quiet" }, lane.priority)],
    },
    { title: "Queue", class: "spare", cell: (lane) => h("code", {}, lane.queue_name) },
    ...places.map((place) => ({
      title: titles[place] ?? place,
      class: ["depth", "held"].includes(place) ? null : "spare",
      number: true,
      cell: (lane) => faint(lane[place]),
    })),
    {
      title: "oldest",
      number: true,
      cell: ({ oldest_age_seconds: age }) =>
        age === null ? h("span", { class: "nil" }, "–") : duration(age * 1000),
    },
    {
      title: "State",
      cell: ({ paused }) => paused ? pill("warn", "paused") : pill("good", "open"),
    },
    {
      title: unseen("Acts"),
      class: "acts",
      cell: ({ queue_name, paused }) =>
        paused
          ? actButton("resume", queue_name, "Resume")
          : actButton("pause", queue_name, "Pause"),
    },
  ], lanes);
}

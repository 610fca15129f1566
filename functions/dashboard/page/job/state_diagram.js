import { h } from "../shared/dom.js";
import { time } from "../shared/format.js";
import { stateTone } from "../shared/states.js";

/** Where each state stands: the left edge and the top of its box. */
const places = {
  queued: [10, 78],
  assigned: [176, 78],
  running: [342, 78],
  succeeded: [508, 12],
  failed: [508, 78],
  cancelled: [508, 144],
};
const box = { width: 112, height: 40 };

/** The arrows of STATE_MACHINE_V1: from, to, and the line between them. */
const arrows = [
  ["queued", "assigned", "M122 98H170"],
  ["assigned", "running", "M288 98H336"],
  ["running", "succeeded", "M454 90C478 90 478 32 502 32"],
  ["running", "failed", "M454 98H502"],
  ["running", "cancelled", "M454 106C478 106 478 158 502 158"],
  ["assigned", "failed", "M242 78C262 46 440 46 502 88"],
  ["assigned", "queued", "M214 118C196 146 110 146 84 124"],
  ["running", "queued", "M384 78C350 30 110 30 72 72"],
  ["assigned", "cancelled", "M250 118C300 160 420 164 502 164"],
  ["queued", "cancelled", "M52 118C80 186 380 184 502 172"],
];

const next = {
  job_enqueued: "queued",
  job_claimed: "assigned",
  job_started: "running",
  job_retried: "queued",
  job_released: "queued",
  job_lease_expired: "queued",
  job_succeeded: "succeeded",
  job_failed: "failed",
  job_cancelled: "cancelled",
};

const saying = {
  queued: "It has been queued since",
  assigned: "A worker has held it since",
  running: "It has been running since",
  succeeded: "It succeeded at",
  failed: "It failed at",
  cancelled: "It was cancelled at",
};

/** The states that a job went through, in order. */
function pathOf(events) {
  return events.map(({ type }) => next[type.split(".").at(-1)]).filter(Boolean);
}

const arrow = ([from, to, d], walked) =>
  h("path", {
    class: walked.has(`${from} ${to}`) ? "arrow walked" : "arrow",
    d,
  });

/** The head of an arrow, drawn at its end: markers need an id, which a page has once. */
function head([from, to, d], walked) {
  const [x, y] = d.match(/-?\d+/g).slice(d.includes("H") ? -1 : -2).map(Number);
  const end = d.includes("H") ? [x, Number(d.match(/M\d+ (\d+)/)[1])] : [x, y];
  const [left, top] = end;
  const shape = to === "queued"
    ? from === "running"
      ? `M${left - 4} ${top - 3}L${left} ${top + 5}L${left + 5} ${top - 2}Z`
      : `M${left - 4} ${top + 4}L${left - 2} ${top - 5}L${left + 5} ${top + 2}Z`
    : `M${left - 2} ${top - 4}L${left + 5} ${top}L${left - 2} ${top + 4}Z`;
  return h("path", { class: walked.has(`${from} ${to}`) ? "head walked" : "head", d: shape });
}

function stateBox(state, present, visited) {
  const [x, y] = places[state];
  const kind = state === present ? "state present" : visited.has(state) ? "state visited" : "state";
  return h(
    "g",
    { class: kind, "data-tone": stateTone(state) },
    h("rect", { x, y, ...box, rx: 10 }),
    h("text", { x: x + box.width / 2, y: y + 25 }, state),
  );
}

/** The state machine with the present state lit and the ways that were gone. */
export function drawState({ job, events }) {
  const path = pathOf(events);
  const walked = new Set(path.slice(1).map((state, n) => `${path[n]} ${state}`));
  const visited = new Set(path);
  const since = events.findLast(({ type }) => next[type.split(".").at(-1)] === job.state)?.ts;
  const words = `${saying[job.state]}${since ? ` ${time(since)}` : " a time past retention"}`;
  return [
    h(
      "svg",
      {
        class: "machine",
        viewBox: "0 0 632 196",
        role: "img",
        "aria-label": `${words}. It went: ${path.join(", ")}.`,
      },
      arrows.map((one) => [arrow(one, walked), head(one, walked)]).flat(),
      Object.keys(places).map((state) => stateBox(state, job.state, visited)),
    ),
    h("p", { class: "quiet small" }, reason(job) ?? `${words}.`),
  ];
}

/** Why a queued job does not run yet, where something is known. */
function reason({ state, run_at, waits_for, limited_by, cancel_requested }) {
  if (cancel_requested) return "A cancel was asked for; its worker learns it at the next renewal.";
  if (state !== "queued") return null;
  if (waits_for?.length > 0) {
    return `It waits for ${waits_for.map((id) => `job ${id}`).join(", ")}.`;
  }
  if (limited_by) return "It waits for a limit to have room.";
  if (run_at && Date.parse(run_at) > Date.now()) return `It waits until ${time(run_at)}.`;
  return "It waits in its lane for a worker.";
}

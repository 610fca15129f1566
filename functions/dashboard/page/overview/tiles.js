import { h, sparkline } from "../shared/dom.js";
import { count, percent, plural } from "../shared/format.js";

const remembered = 90;
const history = { queued: [], assigned: [], running: [] };

/** Notes the figures of one reading for the little lines (the last three minutes). */
export function remember(now) {
  for (const [state, values] of Object.entries(history)) {
    values.push(now[state]);
    if (values.length > remembered) values.shift();
  }
}

function tile(name, tone, figure, note, values) {
  return h(
    "article",
    { class: "tile", tone },
    h("h2", {}, h("span", { class: "dot", "aria-hidden": "true" }), name),
    h("p", { class: "figure", id: `state-${name.toLowerCase()}` }, count(figure)),
    values && values.length > 2 && Math.max(...values) > 0 && sparkline(values, tone),
    h("p", { class: "note" }, note),
  );
}

/** What of a summary the tiles show. */
export const tilesData = ({ now, transitions, failure_rate, per_minute, window }) => ({
  now,
  transitions,
  failure_rate,
  per_minute,
  span: window.minutes,
  lines: history,
});

/** The six states: three of them now, three in the window. */
export function drawTiles({ now, transitions, failure_rate, per_minute, span }) {
  const places = [["ready", "ready"], ["waiting", "waiting"], ["blocked", "blocked"]]
    .filter(([place]) => now[place] > 0).map(([place, word]) => `${count(now[place])} ${word}`);
  const retried = (transitions.job_retried ?? 0) + (transitions.job_lease_expired ?? 0);
  return [
    tile("Queued", "queued", now.queued, places.join(" · ") || "nothing waits", history.queued),
    tile("Assigned", "assigned", now.assigned, "claimed, not started", history.assigned),
    tile("Running", "running", now.running, "in workers' hands", history.running),
    tile(
      "Succeeded",
      "good",
      transitions.job_succeeded ?? 0,
      `last ${span} min · ${per_minute.succeeded}/min`,
    ),
    tile(
      "Failed",
      "bad",
      transitions.job_failed ?? 0,
      failure_rate === null
        ? `last ${span} min`
        : `${percent(failure_rate)} · ${plural(retried, "retry", "retries")}`,
    ),
    tile("Cancelled", "queued", transitions.job_cancelled ?? 0, `last ${span} min`),
  ];
}

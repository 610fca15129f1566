import { h } from "../shared/dom.js";
import { duration, time } from "../shared/format.js";

const nameOf = ({ type }) => type.split(".").at(-1).replace(/^job_/, "").replaceAll("_", " ");

const after = (one, other) => duration(Date.parse(other.ts) - Date.parse(one.ts));

/** The transitions of the job in order. */
export function drawEvents(events) {
  if (events.length === 0) {
    return h("p", { class: "quiet" }, "Its events are past their retention.");
  }
  return h(
    "ol",
    { class: "timeline" },
    events.map((event, n) =>
      h(
        "li",
        {},
        h("time", { datetime: event.ts }, time(event.ts)),
        h("strong", {}, nameOf(event)),
        n > 0 && h("span", { class: "quiet small" }, `+${after(events[n - 1], event)}`),
      )
    ),
  );
}

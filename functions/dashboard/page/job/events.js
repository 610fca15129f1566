import { h } from "../shared/dom.js";
import { time } from "../shared/format.js";

const nameOf = ({ type }) => type.split(".").at(-1).replace(/^job_/, "").replaceAll("_", " ");
const whoOf = ({ actor }) => actor?.worker ?? actor?.name ?? actor?.kind ?? actor?.type ?? "";

/** The transitions of the job in order. */
export function drawEvents(events) {
  if (events.length === 0) {
    return h("p", { class: "quiet" }, "Its events are past their retention.");
  }
  return h(
    "ol",
    { class: "timeline" },
    events.map((event) =>
      h(
        "li",
        {},
        h("time", { datetime: event.ts }, time(event.ts)),
        h("strong", {}, nameOf(event)),
        h("span", { class: "quiet small" }, whoOf(event)),
      )
    ),
  );
}

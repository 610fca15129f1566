import { h, pill, table } from "../shared/dom.js";
import { duration, time } from "../shared/format.js";

const tones = { succeeded: "good", failed: "bad", retried: "warn", lease_expired: "warn" };
const between = (from, to) => from && to ? duration(Date.parse(to) - Date.parse(from)) : "–";

/** How each hold of the job ended. */
export function drawAttempts(attempts) {
  if (attempts.length === 0) return h("p", { class: "quiet" }, "No attempt has ended yet.");
  return table("Attempts", [
    { title: "Try", head: true, number: true, cell: ({ attempt }) => String(attempt) },
    {
      title: "Outcome",
      cell: ({ outcome }) => pill(tones[outcome] ?? "idle", outcome.replaceAll("_", " ")),
    },
    { title: "Worker", cell: ({ worker }) => worker ?? "–" },
    {
      title: "Claimed",
      number: true,
      cell: ({ claimed_at }) => claimed_at ? time(claimed_at) : "–",
    },
    { title: "Ran", number: true, cell: (line) => between(line.started_at, line.finished_at) },
    {
      title: "Error",
      class: "words",
      cell: ({ error }) => error ? [error.class, error.message].filter(Boolean).join(": ") : "–",
    },
  ], attempts);
}

import { h, pill, table } from "../shared/dom.js";
import { count, plural, time } from "../shared/format.js";
import { jobAddress } from "../shared/states.js";

/** What of a summary the failures show. */
export const failuresData = ({ dead_letters, window }) => ({
  ...dead_letters,
  minutes: window.minutes,
});

/** Dead letters of the window: why, and the newest ones. */
export function drawFailures({ count: total, not_redriven, by_reason, recent, minutes }) {
  if (total === 0) {
    return h("p", { class: "quiet" }, `No job died in the last ${minutes} minutes.`);
  }
  return [
    h(
      "p",
      {},
      `${plural(total, "dead letter")} in the last ${minutes} minutes, ` +
        `${count(not_redriven)} not redriven.`,
    ),
    h(
      "p",
      { class: "headline" },
      by_reason.map((line) => pill("bad", `${line.stage} · ${line.reason} × ${count(line.count)}`)),
    ),
    table("Newest dead letters", [
      {
        title: "Job",
        head: true,
        cell: ({ job_id }) => h("a", { href: jobAddress(job_id) }, String(job_id)),
      },
      { title: "Type", class: "words", cell: (letter) => letter.type },
      { title: "Why", class: "words", cell: (letter) => letter.message ?? letter.reason },
      { title: "Try", number: true, cell: (letter) => String(letter.attempt) },
      { title: "At", number: true, cell: (letter) => time(letter.dead_at) },
    ], recent),
    h(
      "p",
      { class: "small" },
      h("a", { href: "/dashboard/dead-letters" }, "Look at all and redrive"),
    ),
  ];
}

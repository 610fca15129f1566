import { actButton } from "../shared/acting.js";
import { h, pill, table, unseen } from "../shared/dom.js";
import { count, date } from "../shared/format.js";
import { jobAddress } from "../shared/states.js";

/** How many there are of each kind; a kind's button filters by it. */
export function drawCounts(counts) {
  if (counts.length === 0) {
    return h(
      "p",
      { class: "quiet" },
      "No job has died. When one does, it waits here to be looked at.",
    );
  }
  return [
    table("Dead letters by stage and reason", [
      {
        title: "Kind",
        head: true,
        cell: ({ stage, reason }) =>
          h(
            "button",
            { type: "button", class: "link", "data-stage": stage, "data-reason": reason },
            `${stage} · ${reason}`,
          ),
      },
      { title: "not redriven", number: true, cell: ({ open }) => count(open) },
      { title: "redriven", class: "spare", number: true, cell: ({ redriven }) => count(redriven) },
      {
        title: "discarded",
        class: "spare",
        number: true,
        cell: ({ discarded }) => count(discarded),
      },
      { title: "newest", class: "spare", number: true, cell: ({ newest_at }) => date(newest_at) },
    ], counts),
    counts[0].is_capped &&
    h("p", { class: "quiet small" }, "Very many: the newest 100,000 are counted."),
  ];
}

function decided({ state, redriven_job_id, discarded_by, discard_reason }) {
  if (state === "redriven") {
    return [
      "redriven as ",
      h("a", { href: jobAddress(redriven_job_id) }, `job ${redriven_job_id}`),
    ];
  }
  if (state === "discarded") return `discarded by ${discarded_by}: ${discard_reason ?? "–"}`;
  return null;
}

/** A page of dead letters, newest first. */
export function drawLetters({ letters, isFiltered, next, isOpen }) {
  if (letters.length === 0) {
    const words = next !== null
      ? "None in the newest ten thousand. Look further back below."
      : isFiltered
      ? "No dead letter matches. Clear the filters to see those that wait."
      : "No dead letter waits to be looked at.";
    return h("p", { class: "quiet" }, words);
  }
  return table("Dead letters, newest first", [
    {
      title: "Job",
      head: true,
      number: true,
      cell: ({ job_id }) => h("a", { href: jobAddress(job_id) }, String(job_id)),
    },
    { title: "Type", class: "words spare", cell: ({ type }) => type },
    { title: "Why", cell: ({ stage, reason }) => pill("bad", `${stage} · ${reason}`) },
    { title: "Message", class: "words spare", cell: ({ message }) => message ?? "–" },
    {
      title: "Try",
      class: "spare",
      number: true,
      cell: ({ attempt }) => attempt === null ? "–" : String(attempt),
    },
    { title: "Died", class: "spare", number: true, cell: ({ dead_at }) => date(dead_at) },
    isOpen
      ? {
        title: unseen("Acts"),
        class: "acts",
        cell: ({ job_id }) =>
          actButton("redrive", String(job_id), "Redrive", `Redrive job ${job_id}`),
      }
      : {
        title: "Decided",
        class: "words",
        cell: (letter) =>
          decided(letter) ??
            actButton("redrive", String(letter.job_id), "Redrive", `Redrive job ${letter.job_id}`),
      },
  ], letters);
}

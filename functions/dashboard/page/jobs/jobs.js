import { h, table } from "../shared/dom.js";
import { date, duration, short, time } from "../shared/format.js";
import { jobAddress, statePill } from "../shared/states.js";

const isToday = (moment) => new Date(moment).toDateString() === new Date().toDateString();
const made = (moment) => isToday(moment) ? time(moment) : date(moment);

const took = ({ created_at, finished_at }) =>
  finished_at === null ? "–" : duration(Date.parse(finished_at) - Date.parse(created_at));

function empty(isFiltered, next) {
  if (next !== null) {
    return h(
      "p",
      { class: "quiet" },
      "A million jobs hold no match so far. Look further back below.",
    );
  }
  return isFiltered
    ? h("p", { class: "quiet" }, "No job matches. Clear the filters to see all.")
    : h(
      "p",
      { class: "quiet" },
      "There is no job yet. Enqueue one with the RPC ",
      h("code", {}, "enqueue_job"),
      ", such as ",
      h("code", {}, '{"type": "demo.hello"}'),
      ".",
    );
}

/** A page of jobs, newest first. */
export function drawJobs({ jobs, isFiltered, next }) {
  if (jobs.length === 0) return empty(isFiltered, next);
  return table("Jobs, newest first", [
    {
      title: "Job",
      head: true,
      number: true,
      cell: ({ job_id }) => h("a", { href: jobAddress(job_id) }, String(job_id)),
    },
    { title: "Type", class: "words", cell: ({ type }) => type },
    { title: "State", cell: ({ state }) => statePill(state) },
    {
      title: "Lane",
      class: "spare",
      cell: ({ executor, priority }) => [`${executor} `, h("span", { class: "quiet" }, priority)],
    },
    {
      title: "Try",
      class: "spare",
      number: true,
      cell: ({ attempt }) => attempt === null ? "–" : String(attempt),
    },
    { title: "Made", number: true, cell: ({ created_at }) => made(created_at) },
    { title: "Took", class: "spare", number: true, cell: took },
    { title: "Worker", class: "spare", cell: ({ worker }) => worker ?? "–" },
    { title: "Tenant", class: "spare", cell: ({ tenant_id }) => short(tenant_id) },
  ], jobs);
}

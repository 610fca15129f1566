import { actButton, mayAct } from "../shared/acting.js";
import { h, pill, table, unseen } from "../shared/dom.js";
import { date, distance, duration } from "../shared/format.js";
import { jobAddress } from "../shared/states.js";

/** The tone of a run's state. */
export const runTones = { started: "good", waiting: "busy", skipped: "warn", failed: "bad" };
const keyOf = ({ name, tenant_id }) => JSON.stringify({ name, tenant_id });

const timing = ({ cron, time_zone, every_seconds }) =>
  cron === null
    ? `every ${duration(every_seconds * 1000)}`
    : [h("code", {}, cron), time_zone === "UTC" ? "" : ` ${time_zone}`];

const starts = ({ job, workflow }) =>
  job?.type ?? `workflow ${workflow?.name ?? workflow?.workflow ?? ""}`;

function next({ paused, next_run_at }, now) {
  if (paused) return pill("warn", "paused");
  return next_run_at === null
    ? pill("idle", "over")
    : h("span", { title: date(next_run_at) }, distance(next_run_at, now));
}

function lastRun({ last_run }) {
  if (!last_run) return h("span", { class: "nil" }, "never");
  const { state, reason, due_at, job_id } = last_run;
  return [
    pill(runTones[state] ?? "idle", reason ? `${state}: ${reason}` : state),
    " ",
    job_id ? h("a", { href: jobAddress(job_id) }, date(due_at)) : date(due_at),
  ];
}

const historyButton = (schedule) =>
  h("button", {
    type: "button",
    class: "link",
    "data-history": keyOf(schedule),
    "aria-controls": "history",
    "aria-label": `Runs of ${schedule.name}`,
  }, schedule.name);

const buttons = (schedule) =>
  mayAct
    ? [
      actButton("run", keyOf(schedule), "Run now", `Run now: ${schedule.name}`),
      " ",
      schedule.paused
        ? actButton("resume", keyOf(schedule), "Resume", `Resume ${schedule.name}`)
        : actButton("pause", keyOf(schedule), "Pause", `Pause ${schedule.name}`),
    ]
    : "";

/** Schedules with their next and last run; a name opens the runs. */
export function drawSchedules({ schedules, now, isFiltered }) {
  if (schedules.length === 0) {
    return isFiltered ? h("p", { class: "quiet" }, "No schedule matches.") : [
      h("p", {}, "Nothing runs by the clock yet."),
      h(
        "p",
        { class: "quiet" },
        "Set a schedule with the RPC ",
        h("code", {}, "set_schedule"),
        ", such as ",
        h("code", {}, '{"name": "nightly", "cron": "0 3 * * *", "job": {"type": "demo.nightly"}}'),
        ".",
      ),
    ];
  }
  return table("Schedules", [
    { title: "Schedule", head: true, class: "words", cell: historyButton },
    { title: "When", class: "spare", cell: timing },
    { title: "Starts", class: "words spare", cell: starts },
    { title: "Next run", number: true, cell: (schedule) => next(schedule, now) },
    { title: "Last run", class: "spare", cell: lastRun },
    {
      title: "If it overlaps",
      class: "spare",
      cell: ({ overlap }) => overlap.replaceAll("_", " "),
    },
    { title: unseen("Acts"), class: "acts", cell: buttons },
  ], schedules);
}

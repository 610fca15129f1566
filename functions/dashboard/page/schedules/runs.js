import { h, pill, table } from "../shared/dom.js";
import { count, date, duration } from "../shared/format.js";
import { jobAddress } from "../shared/states.js";
import { runTones } from "./schedules.js";

/** The newest runs of the schedule that was opened. */
export function drawHistory({ runs, opened }) {
  if (runs === null || opened === null) return null;
  if (runs.length === 0) return h("p", { class: "quiet" }, `${opened.name} has not run yet.`);
  return table(`Runs of ${opened.name}`, [
    { title: "Due", head: true, number: true, cell: ({ due_at }) => date(due_at) },
    {
      title: "State",
      cell: ({ state, reason, by_hand }) => [
        pill(runTones[state] ?? "idle", reason ? `${state}: ${reason}` : state),
        by_hand ? " by hand" : "",
      ],
    },
    { title: "Outcome", cell: ({ outcome }) => outcome ?? "–" },
    {
      title: "Job",
      number: true,
      cell: ({ job_id }) => job_id ? h("a", { href: jobAddress(job_id) }, String(job_id)) : "–",
    },
    { title: "Late by", number: true, cell: ({ lag_ms }) => duration(lag_ms) },
    { title: "Covers", number: true, cell: ({ covers }) => covers > 1 ? count(covers) : "–" },
  ], runs);
}

const fact = (name, value) => h("div", {}, h("dt", {}, name), h("dd", {}, value));

function leader({ holder, is_live, renewals, lost_leases }) {
  return h(
    "p",
    { class: "headline" },
    h("strong", {}, holder),
    is_live ? pill("good", "leads") : pill("warn", "its lease is over"),
    h(
      "span",
      { class: "quiet" },
      `${count(renewals)} renewals · ${count(lost_leases)} lost leases`,
    ),
  );
}

/** Who leads, what is due, and how late the runs of the last hour were. */
export function drawScheduler({ leaders, schedules, waiting_runs, last_hour }) {
  return [
    ...leaders.map(leader),
    leaders.length === 0 && h(
      "p",
      { class: "quiet" },
      "The database's own clock (pg_cron, or the local stack) runs the schedules; no leader is needed.",
    ),
    h(
      "dl",
      { class: "facts" },
      fact("schedules", count(schedules.count)),
      fact("paused", count(schedules.paused)),
      fact("due now", count(schedules.due)),
      fact("overdue by", duration((schedules.overdue_seconds ?? 0) * 1000)),
      fact("runs waiting", count(waiting_runs)),
      fact("started in the last hour", count(last_hour.started)),
      fact("failed", count(last_hour.failed)),
      fact("skipped", count(last_hour.skipped)),
      fact("lag p95", duration(last_hour.lag_ms?.p95 ?? null)),
    ),
  ];
}

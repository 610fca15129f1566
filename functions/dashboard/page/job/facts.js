import { h } from "../shared/dom.js";
import { date, distance, duration, short, time } from "../shared/format.js";
import { jobAddress } from "../shared/states.js";

const fact = (name, value) =>
  value !== null && value !== undefined &&
  h("div", {}, h("dt", {}, name), h("dd", {}, ...[value].flat()));

const between = (from, to) => from && to ? duration(Date.parse(to) - Date.parse(from)) : null;

function letter({ dead_letter }) {
  if (!dead_letter) return null;
  const { stage, reason, redriven_job_id: again } = dead_letter;
  const words = `${stage} · ${reason}`;
  return again === null
    ? words
    : [words, ", redriven as ", h("a", { href: jobAddress(again) }, `job ${again}`)];
}

/** Lane, tries, times and kin of a job. */
export function drawFacts({ job, now }) {
  return h(
    "dl",
    { class: "list" },
    fact("Lane", `${job.executor} · ${job.priority}`),
    fact("Try", job.attempt === null ? null : `${job.attempt} of at most ${job.max_attempts}`),
    fact("Made", date(job.created_at) + (now ? ` (${distance(job.created_at, now)})` : "")),
    fact("Runs at", job.run_at && Date.parse(job.run_at) > Date.now() ? date(job.run_at) : null),
    fact("Waited", between(job.created_at, job.assigned_at)),
    fact("Ran", between(job.started_at, job.finished_at)),
    fact("Finished", job.finished_at && date(job.finished_at)),
    fact("Worker", job.worker),
    fact("Lease ends", job.lease_expires_at && time(job.lease_expires_at)),
    fact("Dead letter", letter(job)),
    fact("Tenant", short(job.tenant_id)),
    fact("Public id", h("code", {}, job.id)),
    fact("Belongs to", job.correlation_id === job.id ? null : h("code", {}, job.correlation_id)),
    fact("Cause", job.cause && h("code", {}, job.cause)),
    fact("Trace", job.traceparent && h("code", {}, job.traceparent.split("-")[1])),
  );
}

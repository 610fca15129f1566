import type { Job } from "./job.ts";
import type { Leases } from "./leases.ts";
import type { ClaimedJob, WorkAnswer } from "./wire.ts";

/** The jobs of an answer, each with who waits for its reply, by the local clock. */
export function claimedJobs(
  answer: WorkAnswer,
  leases: Leases,
): (Job & Pick<ClaimedJob, "lease_expires_at">)[] {
  const requests = new Map(answer.requests.map((one) => [one.job_id, one]));
  return answer.jobs.map((job) => {
    const asked = requests.get(job.job_id);
    if (!asked) return job;
    const { asked_by, expires_at } = asked;
    return { ...job, request: { asked_by, deadline: leases.localTime(expires_at) } };
  });
}

/** Whether nobody waits for a job's reply any more. */
export function isLate(job: Job): boolean {
  return job.request !== undefined && job.request.deadline.getTime() <= Date.now();
}

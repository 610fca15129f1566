import { z } from "zod";
import { CogoError } from "../platform/errors.ts";
import { ownUrl } from "./settings.ts";

/** Where a job is seen, read, followed and cancelled. */
export function linksOf(jobId: string) {
  const status_url = `${ownUrl()}/jobs/${jobId}`;
  return {
    status_url,
    events_url: `${status_url}/events`,
    result_url: `${status_url}/result`,
    cancel_url: `${status_url}/cancel`,
  };
}

/** Where the secret of a callback's webhook is shown. */
export function secretUrlOf(webhook: string): string {
  return `${ownUrl().replace(/\/ingress$/, "/events")}/webhooks/${webhook}/secret`;
}

const uuid = z.guid();

/** What is no id is answered as one that is not there. @throws CogoError job_not_found (404) */
export function jobIdOf(text: string): string {
  const read = uuid.safeParse(text);
  if (read.success) return read.data.toLowerCase();
  throw new CogoError(
    "job_not_found",
    `Cannot find job ${text.slice(0, 40)}: there is no such job`,
    "Check the id; POST /ingress/jobs answered it.",
  );
}

import { pause } from "../../functions/_shared/ingress/pause.ts";
import type { Outside } from "./outside.ts";

/** What POST /ingress/jobs answered. */
export interface Job {
  readonly job_id: string;
  readonly status_url: string;
  readonly events_url: string;
  readonly result_url: string;
}

/** Asks again and again, and through restarts, until the job has ended; its result, if any. */
export async function pollResult(
  { headers }: Outside,
  job: Job,
  signal: AbortSignal,
): Promise<unknown> {
  while (!signal.aborted) {
    try {
      const seen = await fetch(`${job.status_url}?wait=5`, { headers, signal });
      const status = await seen.json();
      if (seen.ok && status.finished_at !== undefined) {
        const got = await fetch(job.result_url, { headers, signal });
        const result = await got.json();
        if (got.status === 200) return result;
      }
    } catch {
      // The stack is away: it comes back.
    }
    await pause(200, signal);
  }
  return undefined;
}

/**
 * Reads the events of a job, as EventSource does: cut off, it goes on after the last id.
 * @returns whether each event came once, in order, to the end
 */
export async function followEvents(
  { headers }: Outside,
  job: Job,
  signal: AbortSignal,
): Promise<boolean> {
  const names: string[] = [];
  let last: string | undefined;
  while (!signal.aborted) {
    try {
      const more = last === undefined ? {} : { "last-event-id": last };
      const response = await fetch(job.events_url, { headers: { ...headers, ...more }, signal });
      if (response.status === 204) break;
      let text = "";
      for await (const part of response.body!.pipeThrough(new TextDecoderStream())) {
        text += part;
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const frame = text.slice(0, end);
          text = text.slice(end + 2);
          last = /^id: (.+)$/m.exec(frame)?.[1] ?? last;
          const name = /^event: (.+)$/m.exec(frame)?.[1];
          if (name !== undefined) names.push(name);
        }
      }
      if (names.includes("end")) break;
    } catch {
      // The stack is away: it comes back.
    }
    await pause(200, signal);
  }
  const wanted = ["job_enqueued", "job_claimed", "job_started", "job_succeeded"];
  return names.filter((name) => name !== "end").join() === wanted.join();
}

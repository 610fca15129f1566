import { authenticate } from "../_shared/ingress/authenticate.ts";
import {
  hasEnded,
  jobCancelled,
  jobResult,
  type JobStatus,
  jobStatus,
} from "../_shared/ingress/contract.ts";
import { jobIdOf, linksOf } from "../_shared/ingress/links.ts";
import { pause } from "../_shared/ingress/pause.ts";
import { refuse } from "../_shared/ingress/refuse.ts";
import { mostWaiting } from "../_shared/ingress/settings.ts";
import { isLocalStack } from "../_shared/platform/local_stack.ts";
import { CogoError } from "../_shared/platform/errors.ts";
import { freshJson } from "../_shared/platform/fresh_json.ts";
import type { Claims } from "../_shared/platform/pool.ts";
import { respond } from "../_shared/platform/respond.ts";
import { pool, waiting } from "./door.ts";

/** Milliseconds between two looks at one job. */
const lookMs = 1000;

/** One look. @throws CallError job_not_found (404), agent_revoked, insufficient_scope (403) */
export async function lookAt(claims: Claims | null, id: string): Promise<JobStatus> {
  return jobStatus.parse(await pool().callAs(claims, "ingress_job", { id }));
}

function secondsToWait(request: Request): number {
  const text = new URL(request.url).searchParams.get("wait") ?? "0";
  if (!/^\d{1,2}$/.test(text) || Number(text) > 30) {
    throw refuse("wait", "it must be 0 to 30 seconds");
  }
  return Number(text);
}

async function told(request: Request, status: JobStatus): Promise<Response> {
  const response = await freshJson(request, { ...status, ...linksOf(status.job_id) });
  if (!hasEnded(status.state)) response.headers.set("retry-after", "1");
  return response;
}

/**
 * `GET /ingress/jobs/:id`: how a job stands, with an ETag. With `?wait=` it answers when the job has
 * ended or is no longer as `If-None-Match` says, or when that time is over.
 * @throws CogoError bad_argument (400), missing_key, invalid_token, not_an_agent (401),
 * job_not_found (404), database_unreachable (503)
 */
export async function showJob(request: Request, text: string): Promise<Response> {
  const { claims } = await authenticate(request, pool);
  const id = jobIdOf(text);
  const until = Date.now() + secondsToWait(request) * 1000;
  const status = await lookAt(claims, id);
  const now = await told(request, status);
  const isNews = request.headers.has("if-none-match") && now.status !== 304;
  if (hasEnded(status.state) || isNews || until <= Date.now()) return now;
  // The local stack passes no hanging up on, and Deno grumbles about who only looks.
  const isGone = () => !isLocalStack() && request.signal.aborted;
  const wait = async () => {
    for (let last = now;;) {
      const left = until - Date.now();
      if (left <= 0 || isGone()) return last;
      await pause(Math.min(left, lookMs));
      const next = await lookAt(claims, id);
      last = await told(request, next);
      if (hasEnded(next.state)) return last;
      if (request.headers.has("if-none-match") && last.status !== 304) return last;
    }
  };
  return await waiting.within(mostWaiting(), wait, () => now);
}

/**
 * `GET /ingress/jobs/:id/result`: the result alone; 202 while there is none yet.
 * @throws as {@link showJob}, and CogoError result_not_found (404)
 */
export async function showResult(request: Request, text: string): Promise<Response> {
  const { claims } = await authenticate(request, pool);
  const id = jobIdOf(text);
  const { state, result } = jobResult.parse(await pool().callAs(claims, "ingress_result", { id }));
  if (state === "succeeded") {
    const response = await freshJson(request, result);
    response.headers.set("content-disposition", `attachment; filename="${id}.json"`);
    return response;
  }
  if (state === null) {
    const links = linksOf(id);
    return respond({ job_id: id, ...links }, 202, {
      location: links.status_url,
      "retry-after": "1",
    });
  }
  throw new CogoError(
    "result_not_found",
    `Cannot give the result of job ${id}: it has ${state}`,
    "Its status tells why.",
  );
}

/**
 * `POST /ingress/jobs/:id/cancel` and `DELETE /ingress/jobs/:id`: wishes the job's end. 202 while its
 * worker has not heard of it.
 * @throws as {@link showJob}
 */
export async function cancelJob(request: Request, text: string): Promise<Response> {
  const { claims } = await authenticate(request, pool);
  const id = jobIdOf(text);
  const answer = jobCancelled.parse(await pool().callAs(claims, "ingress_cancel", { id }));
  return respond({ ...answer, ...linksOf(id) }, answer.outcome === "cancel_requested" ? 202 : 200);
}

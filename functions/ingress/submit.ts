import { z } from "zod";
import { addressOf, authenticate, type OutsideCaller } from "../_shared/ingress/authenticate.ts";
import { jobRequest } from "../_shared/ingress/contract.ts";
import { linksOf, secretUrlOf } from "../_shared/ingress/links.ts";
import { refuse } from "../_shared/ingress/refuse.ts";
import { stillRefused, tooMuchInHand } from "../_shared/ingress/refused_until.ts";
import { mostBodyBytes, mostInFlight } from "../_shared/ingress/settings.ts";
import { readBytes } from "../_shared/platform/read_bytes.ts";
import { jsonOf, readFields } from "../_shared/platform/read_json.ts";
import { respond, respondError } from "../_shared/platform/respond.ts";
import { respondAnswer } from "../_shared/platform/respond_call.ts";
import { bringing, pool, refused } from "./door.ts";

const refusal = z.object({
  refused: z.looseObject({ scope: z.string().optional(), retry_after_ms: z.number().nullish() }),
});
const enqueued = z.object({
  job_id: z.string(),
  created: z.boolean(),
  webhook: z.string().nullish(),
});

const later = (waitMs: number) => ({
  "retry-after": String(Math.max(1, Math.ceil(waitMs / 1000))),
});

/** By what a refusal is remembered: whom or what it was about. */
function subjectsOf({ tenant, key }: OutsideCaller, address: string | undefined, type?: string) {
  return {
    key: key && `key:${key}`,
    tenant: tenant && `tenant:${tenant}`,
    address: tenant && address && `address:${address}`,
    queue: type && `queue:${type}`,
  };
}

/** The body, and the key that a header may give. @throws CogoError bad_argument (400) */
function readJob(bytes: Uint8Array, headers: Headers) {
  const { callback, ...job } = readFields(jobRequest, jsonOf(bytes, refuse), refuse);
  const key = headers.get("idempotency-key") ?? undefined;
  if (key !== undefined && job.idempotency_key !== undefined && key !== job.idempotency_key) {
    throw refuse("idempotency_key", "the header Idempotency-Key says another");
  }
  return { callback, job: { ...job, idempotency_key: job.idempotency_key ?? key } };
}

async function bring(
  request: Request,
  caller: OutsideCaller,
  address: string | undefined,
): Promise<Response> {
  const { job, callback } = readJob(
    await readBytes(request, { most: mostBodyBytes() }),
    request.headers,
  );
  const subjects = subjectsOf(caller, address, job.type);
  const wait = refused.waitOf([subjects.queue]);
  if (wait > 0) return respondError(tooMuchInHand(), later(wait));
  const traceparent = request.headers.get("traceparent") ?? undefined;
  const answer = await pool().callAs(caller.claims, "ingress_enqueue", {
    job: { ...job, traceparent },
    callback_url: callback?.url,
    address,
  });
  const told = refusal.safeParse(answer);
  if (told.success) {
    const { scope, retry_after_ms } = told.data.refused;
    const subject = subjects[scope as keyof typeof subjects];
    if (subject && retry_after_ms) refused.note(subject, retry_after_ms);
    return respondAnswer(answer);
  }
  const { job_id, created, webhook } = enqueued.parse(answer);
  const links = linksOf(job_id);
  const body = {
    job_id,
    created,
    ...links,
    ...(webhook ? { callback: { webhook, secret_url: secretUrlOf(webhook) } } : {}),
  };
  return respond(body, 202, { location: links.status_url, "retry-after": "1" });
}

/**
 * `POST /ingress/jobs`: lets a request in as a job, or says when to come again; see
 * docs/openapi/ingress.json.
 * @throws CogoError bad_argument (400), missing_key, invalid_token, not_an_agent (401),
 * body_timeout (408), payload_too_large (413), database_unreachable (503); what SQL refuses is passed on
 */
export async function submit(request: Request): Promise<Response> {
  const instead = () => respondError(tooMuchInHand(), later(1000));
  return await bringing.within(mostInFlight(), async () => {
    const caller = await authenticate(request, pool);
    const address = addressOf(request);
    const { key, tenant, address: from } = subjectsOf(caller, address);
    const wait = refused.waitOf([key, tenant, from]);
    if (wait > 0) return respondError(stillRefused(), later(wait));
    return await bring(request, caller, address);
  }, instead);
}

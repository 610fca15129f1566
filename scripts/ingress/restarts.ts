import { openReceiver } from "../../functions/_shared/events/fake_receiver.ts";
import { pause } from "../../functions/_shared/ingress/pause.ts";
import type { Stack } from "../stack/stack_settings.ts";
import { followEvents, type Job, pollResult } from "./following.ts";
import { type Outside, outsideOf, workUntil } from "./outside.ts";

/** What of long work arrived, though the stack was restarted in between. */
export interface Restarts {
  readonly restarts: number;
  /** Jobs for each way. */
  readonly jobs: number;
  readonly polled: number;
  readonly streamed: number;
  readonly called_back: number;
  /** Callbacks that came again, each under the id that it had. */
  readonly repeated: number;
  /** Callbacks under a second id, or with another result: none may be. */
  readonly wrong: number;
}

async function submit(outside: Outside, key: string, callback?: string): Promise<Job> {
  const response = await fetch(`${outside.url}/jobs`, {
    method: "POST",
    headers: { ...outside.headers, "idempotency-key": key },
    body: JSON.stringify({
      type: "long.work",
      ...(callback === undefined ? {} : { callback: { url: callback } }),
    }),
  });
  const body = await response.json();
  if (response.status !== 202) throw new Error(`not taken: ${response.status} ${body.message}`);
  return body;
}

/** What a receiver got, by job; the first delivery is answered with 500. */
function openCallbacks() {
  const got = new Map<string, { ids: Set<string>; results: Set<string>; times: number }>();
  const receiver = openReceiver((before) => {
    const { headers, body } = receiver.got[before]!;
    const { payload } = JSON.parse(body);
    const known = got.get(payload.job_id) ?? { ids: new Set(), results: new Set(), times: 0 };
    got.set(payload.job_id, known);
    known.ids.add(headers.get("webhook-id") ?? "");
    known.results.add(JSON.stringify(payload.result));
    known.times++;
    return new Response(null, { status: before === 0 ? 500 : 204 });
  });
  return { receiver, got };
}

/**
 * Sends long work in and follows it by polling, by events and by callbacks, while the stack is
 * stopped and started again `times`.
 * @param first the stack that runs; the last one runs when it ends, and is answered
 * @param restart stops a stack and starts it anew at the same address
 */
export async function measureRestarts(
  first: Stack,
  restart: (stack: Stack) => Promise<Stack>,
  jobs: number,
  times: number,
): Promise<{ found: Restarts; stack: Stack }> {
  let stack = first;
  const outside = await outsideOf(stack);
  const { receiver, got } = openCallbacks();
  const ended = new AbortController();
  const give = AbortSignal.timeout(120_000);
  const nth = Array.from({ length: jobs }, (_, at) => at);
  try {
    const polled = await Promise.all(nth.map((at) => submit(outside, `poll-${at}`)));
    const streamed = await Promise.all(nth.map((at) => submit(outside, `stream-${at}`)));
    const called = await Promise.all(nth.map((at) => submit(outside, `call-${at}`, receiver.url)));
    const results = Promise.all(polled.map((job) => pollResult(outside, job, give)));
    const streams = Promise.all(streamed.map((job) => followEvents(outside, job, give)));
    const worker = workUntil(() => stack, 300, Math.ceil(3 * jobs / (times + 2)), ended.signal);
    for (let count = 0; count < times; count++) {
      await pause(700, give);
      stack = await restart(stack);
    }
    const [pollEnds, streamEnds] = [await results, await streams];
    while (!give.aborted && called.some(({ job_id }) => (got.get(job_id)?.times ?? 0) === 0)) {
      // What failed is tried again later; here, at once.
      await stack.database.executor.exec(
        `update cogo.redeliveries set due_at = cogo.now_() where due_at > cogo.now_();
         update cogo.subscriptions set resume_at = null where resume_at is not null;`,
      );
      await pause(300, give);
    }
    ended.abort();
    await worker;
    const calls = called.map(({ job_id }) => got.get(job_id)).filter((one) => one !== undefined);
    const found = {
      restarts: times,
      jobs,
      polled: pollEnds.filter((result) => result !== undefined).length,
      streamed: streamEnds.filter(Boolean).length,
      called_back: calls.length,
      repeated: calls.filter(({ times }) => times > 1).length,
      wrong: calls.filter(({ ids, results }) => ids.size > 1 || results.size > 1).length,
    };
    return { found, stack };
  } finally {
    ended.abort();
    await receiver.close();
  }
}

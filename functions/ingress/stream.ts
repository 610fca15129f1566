import { z } from "zod";
import { authenticate } from "../_shared/ingress/authenticate.ts";
import { hasEnded, jobEvents } from "../_shared/ingress/contract.ts";
import { jobIdOf } from "../_shared/ingress/links.ts";
import { pause } from "../_shared/ingress/pause.ts";
import { refuse } from "../_shared/ingress/refuse.ts";
import { tooMuchInHand } from "../_shared/ingress/refused_until.ts";
import { mostWaiting, streamMs } from "../_shared/ingress/settings.ts";
import type { Claims } from "../_shared/platform/pool.ts";
import { respondError } from "../_shared/platform/respond.ts";
import { pool, waiting } from "./door.ts";
import { lookAt } from "./status.ts";

const lookMs = 1000;
const heartbeatMs = 15_000;
const headers = {
  "content-type": "text/event-stream",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
};

function lastSeen(request: Request): string | undefined {
  const given = request.headers.get("last-event-id") ??
    new URL(request.url).searchParams.get("last_event_id");
  if (!given) return undefined;
  const read = z.guid().safeParse(given);
  if (!read.success) throw refuse("Last-Event-ID", "it is not the id of an event");
  return read.data;
}

/** The events after one, as frames, and the newest id. */
async function framesAfter(claims: Claims | null, id: string, after: string | undefined) {
  let frames = "";
  let last = after;
  for (let count = 100; count === 100;) {
    const args = { id, after_event_id: last };
    const events = jobEvents.parse(await pool().callAs(claims, "ingress_events", args));
    for (const { id: eventId, type, ts, data } of events) {
      frames += `id: ${eventId}\nevent: ${type}\ndata: ${JSON.stringify({ ts, ...data })}\n\n`;
      last = eventId;
    }
    count = events.length;
  }
  return { frames, last };
}

/** Frames until the job has ended, the time is over or the caller is gone. */
async function* follow(
  claims: Claims | null,
  id: string,
  first: string | undefined,
  signal: AbortSignal,
) {
  const until = Date.now() + streamMs();
  let last = first;
  let seen = "";
  let beat = Date.now();
  yield "retry: 1000\n\n";
  do {
    // The look comes first: what it tells has its events, and once ended there are no more.
    const status = await lookAt(claims, id);
    const now = JSON.stringify(status);
    if (now !== seen) {
      const fresh = await framesAfter(claims, id, last);
      [seen, last] = [now, fresh.last];
      if (fresh.frames !== "") yield fresh.frames;
      if (hasEnded(status.state)) {
        yield `event: end\ndata: ${now}\n\n`;
        return;
      }
      beat = Date.now();
    } else if (Date.now() - beat >= heartbeatMs) {
      beat = Date.now();
      yield ": still here\n\n";
    }
  } while (Date.now() < until && await pause(lookMs, signal));
}

/**
 * `GET /ingress/jobs/:id/events`: what the job goes through, as server-sent events. A stream that was
 * cut is taken up by `Last-Event-ID`; 204 says that there is nothing more.
 * @throws CogoError bad_argument (400), missing_key, invalid_token, not_an_agent (401),
 * job_not_found (404), overloaded, database_unreachable (503)
 */
export async function streamEvents(request: Request, text: string): Promise<Response> {
  const { claims } = await authenticate(request, pool);
  const id = jobIdOf(text);
  const after = lastSeen(request);
  const status = await lookAt(claims, id);
  if (after !== undefined && hasEnded(status.state)) {
    const { frames } = await framesAfter(claims, id, after);
    if (frames === "") return new Response(null, { status: 204 });
  }
  const leave = waiting.take(mostWaiting());
  if (!leave) return respondError(tooMuchInHand(), { "retry-after": "5" });
  const gone = new AbortController(); // the stream itself tells that nobody reads it any more
  const frames = follow(claims, id, after, gone.signal);
  const end = () => {
    gone.abort();
    leave();
  };
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await frames.next();
        if (value !== undefined) controller.enqueue(new TextEncoder().encode(value));
        if (!done) return;
      } catch {
        // The database went away, or the caller may no longer look: it comes again and is told.
      }
      end();
      controller.close();
    },
    cancel: end,
  });
  return new Response(body, { headers });
}

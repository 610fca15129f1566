import { retryAfterMs } from "../platform/retry_after.ts";
import { AttemptFailure, noAnswer } from "./attempt_failure.ts";
import { readBytes, TooLarge } from "./read_bytes.ts";
import { objectIn } from "./sse_frames.ts";
import type { Settings } from "./settings.ts";
import { type AnswerEnd, streamAnswer } from "./stream_answer.ts";
import { StreamReader } from "./stream_reader.ts";
import type { Destination } from "./target.ts";
import { UsageTally } from "./usage.ts";
import { TimedOut, type Watch } from "./watch.ts";

/** One attempt at one model. */
export interface Attempt {
  readonly destination: Destination;
  readonly watch: Watch;
  readonly settings: Settings;
  readonly tally: UsageTally;
  /** Whether the caller asked for a stream. */
  readonly isStreamed: boolean;
  /** Makes the request and sends it. */
  readonly send: (signal: AbortSignal) => Promise<Response>;
  /** Takes what must not be told out of a text. */
  readonly clean: (text: string) => string;
  readonly onFirst: () => void;
  /** Told once, when the answer has reached the caller or broken off on its way. */
  readonly onEnd: (end: AnswerEnd) => void;
}

const mostErrorBytes = 65_536;
/** Of the provider's headers: what its transport said has been undone. */
const notPassedOn = ["content-encoding", "content-length", "set-cookie", "transfer-encoding"];

/**
 * Makes one attempt.
 * @returns the answer, when it has begun and is none of an error
 * @throws AttemptFailure; the caller's own reason when it aborted
 */
export async function tryOnce(attempt: Attempt): Promise<Response> {
  const { watch, settings, clean } = attempt;
  try {
    if (attempt.isStreamed) {
      watch.allow(settings.firstTokenMs, `nothing came within ${settings.firstTokenMs} ms`);
    }
    const response = await watch.race(attempt.send(watch.signal));
    if (!response.ok) throw await refusalIn(response, attempt);
    const type = response.headers.get("content-type") ?? "";
    const isStream = attempt.isStreamed ? !type.includes("json") : type.includes("event-stream");
    const answer = isStream ? await streamed(response, attempt) : await whole(response, attempt);
    watch.relax();
    return answer;
  } catch (thrown) {
    if (watch.isCallers) throw watch.signal.reason;
    if (thrown instanceof AttemptFailure) throw thrown.cleaned(clean);
    if (thrown instanceof TimedOut) throw new AttemptFailure(thrown.message, 0, true);
    if (thrown instanceof TooLarge) throw new AttemptFailure(thrown.message, 200, true);
    throw noAnswer(thrown, clean);
  }
}

async function refusalIn(response: Response, attempt: Attempt): Promise<AttemptFailure> {
  const { status, headers } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    response.body?.cancel().catch(() => {});
    return new AttemptFailure("it sent us elsewhere, where we do not go", status, false);
  }
  const bytes = await readBytes(response, mostErrorBytes, attempt.watch, true);
  const text = attempt.clean(new TextDecoder().decode(bytes));
  const body = objectIn(text);
  const told = body && attempt.destination.format.fault(body)?.message;
  const message = (told ?? text.replaceAll(/<[^>]*>|\s+/g, " ").trim()).slice(0, 500);
  return new AttemptFailure(
    message || `it answered ${status}`,
    status,
    false,
    retryAfterMs(headers),
    body ?? text,
  );
}

async function streamed(response: Response, attempt: Attempt): Promise<Response> {
  const { destination: { format }, watch, tally, onFirst, settings } = attempt;
  const body = response.body ?? new ReadableStream({ start: (to) => to.close() });
  const source = new StreamReader(body, { format, watch, tally, onFirst });
  await source.begin(response.headers);
  return answerOf(response, streamAnswer(source, settings.idleMs, attempt.onEnd));
}

async function whole(response: Response, attempt: Attempt): Promise<Response> {
  const { destination: { format }, watch, tally, settings } = attempt;
  const bytes = await readBytes(response, settings.maxReplyBytes, watch);
  const json = objectIn(new TextDecoder().decode(bytes));
  if (json === undefined) {
    const what = bytes.length === 0 ? "an empty body" : "something that is no JSON";
    throw new AttemptFailure(`it answered ${what}`, response.status, true);
  }
  const fault = format.fault(json);
  if (fault !== undefined) throw AttemptFailure.told(fault, response.headers, json);
  attempt.onFirst();
  tally.add(format.usage(json));
  tally.addOutput(format.text(json));
  watch.close();
  attempt.onEnd({ status: "succeeded", httpStatus: response.status, isWhole: true });
  return answerOf(response, bytes);
}

function answerOf(response: Response, body: BodyInit): Response {
  const headers = new Headers(response.headers);
  for (const name of notPassedOn) headers.delete(name);
  return new Response(body, { status: response.status, headers });
}

import type { JsonObject } from "./api_format.ts";
import { LlmError } from "./llm_error.ts";
import { eventOf, SseFrames } from "./sse_frames.ts";
import type { Destination } from "./target.ts";

/** An event of a stream: its `event:` name, empty in OpenAI's, and its JSON. */
export interface StreamEvent {
  readonly event: string;
  readonly data: JsonObject;
}

/** Most bytes of one event. */
const mostEventBytes = 67_108_864;

/**
 * The JSON events of an answer, in order; one that was not streamed is a single event.
 * @throws LlmError provider_failed when the stream says that it failed
 */
export async function* eventsOf(
  response: Response,
  { format, provider, model }: Destination,
): AsyncGenerator<StreamEvent> {
  if ((response.headers.get("content-type") ?? "").includes("json") || response.body === null) {
    yield { event: "", data: await response.json() };
    return;
  }
  const frames = new SseFrames(mostEventBytes);
  const reader = response.body.getReader();
  try {
    while (true) {
      const { done, value } = await reader.read();
      const rest = done ? frames.rest() : undefined;
      for (const frame of done ? (rest ? [rest] : []) : frames.push(value)) {
        const event = eventOf(frame);
        if (event?.json === undefined) continue;
        const fault = format.fault(event.json);
        if (fault !== undefined) {
          const message = `The answer of ${model} at ${provider} failed: ${fault.message}`;
          throw new LlmError("provider_failed", message, {
            status: fault.status,
            body: event.json,
          });
        }
        yield { event: event.name, data: event.json };
      }
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

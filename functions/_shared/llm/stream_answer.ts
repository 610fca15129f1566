import type { StreamReader } from "./stream_reader.ts";
import { TimedOut } from "./watch.ts";

/** How an answer ended. */
export interface AnswerEnd {
  readonly status: "succeeded" | "failed" | "cancelled";
  /** The HTTP status, or the one that an error in the stream stands for; 0 = it broke off. */
  readonly httpStatus: number;
  readonly isWhole: boolean;
}

/**
 * Gives a stream that has begun on to the caller. A stream that breaks off ends with an error in
 * its own format instead of with half an event; a caller who stops reading ends the provider's
 * work too.
 * @param idleMs milliseconds between two pieces
 * @param onEnd told once
 */
export function streamAnswer(
  source: StreamReader,
  idleMs: number,
  onEnd: (end: AnswerEnd) => void,
): ReadableStream<Uint8Array> {
  const { watch, format } = source.options;
  let hasEnded = false;
  type Controller = ReadableStreamDefaultController<Uint8Array>;

  /** Who stops reading after the last word has had its answer. */
  const leave = () => end(source.fault ? "failed" : source.isWhole ? "succeeded" : "cancelled");
  const end = (status: AnswerEnd["status"]) => {
    hasEnded = true;
    source.cancel();
    watch.close();
    const httpStatus = source.fault?.status ?? (status === "failed" ? 0 : 200);
    onEnd({ status, httpStatus, isWhole: source.isWhole });
  };
  const breakOff = (controller: Controller, why: string) => {
    const begin = source.isInsideEvent ? "\n\n" : "";
    const frame = format.brokenOff(`The provider's answer broke off: ${why}`);
    controller.enqueue(new TextEncoder().encode(begin + frame));
  };
  const finish = (controller: Controller, why: string) => {
    const isGood = source.isWhole && source.fault === undefined;
    if (!isGood && source.fault === undefined) breakOff(controller, why);
    end(isGood ? "succeeded" : "failed");
    controller.close();
  };
  const fail = (controller: Controller, thrown: unknown) => {
    if (hasEnded) return;
    if (watch.isCallers) {
      leave();
      controller.error(thrown);
    } else finish(controller, thrown instanceof TimedOut ? thrown.message : "the connection broke");
  };

  return new ReadableStream<Uint8Array>({
    start(controller) {
      // Also when nobody reads at that moment: what ended is settled.
      watch.signal.addEventListener("abort", () => fail(controller, watch.signal.reason));
    },
    async pull(controller) {
      try {
        while (source.ready.length === 0 && !source.isOver) {
          watch.allow(idleMs, `nothing came for ${idleMs} ms`);
          await source.read();
        }
        watch.relax();
        for (const bytes of source.ready.splice(0)) controller.enqueue(bytes);
        if (source.isOver) finish(controller, "it ended early");
      } catch (thrown) {
        fail(controller, thrown);
      }
    },
    cancel(reason) {
      if (hasEnded) return;
      leave();
      watch.abort(reason ?? new Error("the caller stopped reading"));
    },
  }, { highWaterMark: 0 });
}

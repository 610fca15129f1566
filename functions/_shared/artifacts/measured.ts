import { createHash } from "node:crypto";
import { CogoError } from "../platform/errors.ts";

/** What may be taken. */
export interface UploadLimits {
  readonly mostBytes: number;
  /** Milliseconds without a byte after which the upload is given up. */
  readonly idleMs: number;
}

/** A body as it goes by, and what it came to once it has gone. */
export interface Measured {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  told(): { sha256: string; sizeBytes: number };
  /** Why it failed, where it was the body that did: who reads a stream may wrap its errors. */
  failure(): CogoError | undefined;
}

/** The refusal of a body that is too large. */
export function tooLarge(most: number): CogoError {
  const message = `Cannot take the artifact: it has more than ${most} bytes`;
  return new CogoError("payload_too_large", message, "Send it in parts; nothing was kept.");
}

function within<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  const slow = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const message = `Cannot take the artifact: no byte came for ${ms / 1000} s`;
    slow.reject(new CogoError("upload_too_slow", message, "Send it again; nothing was kept."));
  }, ms);
  return Promise.race([work, slow.promise]).finally(() => clearTimeout(timer));
}

/**
 * Counts and hashes a body on its way, holding no more than a piece of it. The stream fails with
 * payload_too_large (413), upload_too_slow (408) or, broken off, bad_argument (400).
 */
export function measured(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  { mostBytes, idleMs }: UploadLimits,
): Measured {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  let failure: CogoError | undefined;
  const fail = (refusal: CogoError) => {
    reader.cancel(refusal).catch(() => {});
    return failure = refusal;
  };
  const reader = (body ?? new Blob([]).stream()).getReader();
  const next = async () => {
    try {
      return await within(reader.read(), idleMs);
    } catch (thrown) {
      if (thrown instanceof CogoError) throw fail(thrown);
      const hint = "Send it again; nothing was kept.";
      throw fail(new CogoError("bad_argument", "Cannot take the artifact: it broke off", hint));
    }
  };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await next();
      if (done) return controller.close();
      sizeBytes += value.length;
      if (sizeBytes > mostBytes) throw fail(tooLarge(mostBytes));
      hash.update(value);
      controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason).catch(() => {}),
  }, { highWaterMark: 0 });
  return {
    stream,
    told: () => ({ sha256: hash.digest("hex"), sizeBytes }),
    failure: () => failure,
  };
}

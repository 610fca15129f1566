/**
 * How one answer of the fake provider differs from a good one. Plain data, so that a request may
 * carry it in its header `x-fake-fault` as JSON; `{}` is a good answer.
 */
export interface Fault {
  /** Instead of 200; the body is then the format's error, unless `body` says otherwise. */
  readonly status?: number;
  /** Set over those of the answer: `retry-after`, `retry-after-ms`, `location`, … */
  readonly headers?: Readonly<Record<string, string>>;
  /** The whole body, as it is: HTML of a 502, nothing at all, an error inside a 200. */
  readonly body?: string;
  /** Milliseconds before the first byte of the head. */
  readonly delayMs?: number;
  /** Milliseconds between pieces of the body; with `pieceBytes: 1` a slow-loris. */
  readonly pauseMs?: number;
  /** Bytes of a piece: 1 cuts each character of several bytes in half. Default: event by event. */
  readonly pieceBytes?: number;
  /** The connection breaks after so many bytes of the body. */
  readonly cutAt?: number;
  /** A cut that looks like an orderly end, as some proxies make it. */
  readonly cutQuietly?: boolean;
  /** Nothing more comes after so many bytes of the body, and the connection stays. */
  readonly stallAt?: number;
  /** Usage left out, told twice, told as it grows, or with these fields over the true ones. */
  readonly usage?: "missing" | "duplicate" | "cumulative" | Readonly<Record<string, unknown>>;
  /** `[DONE]` left out of an OpenAI stream, or put at the end of an Anthropic one. */
  readonly done?: boolean;
  /** The last frames of the stream that are left out, besides `[DONE]`. */
  readonly withoutLast?: number;
  /** Raw SSE frames put before everything, or in the middle. */
  readonly framesFirst?: readonly string[];
  readonly framesMiddle?: readonly string[];
  /** A text of so many bytes in one event or in one JSON answer. */
  readonly textBytes?: number;
  /** The body is gzip of so many zeros, or of the true body when 0. */
  readonly gzipOf?: number;
}

/** The header of a request that asks for a {@link Fault}. */
export const faultHeader = "x-fake-fault";

/** What a request said, for tests that ask where a key went. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  /** The credential, whichever header carried it. */
  readonly credential: string | null;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

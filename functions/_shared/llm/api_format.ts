import type { SseEvent } from "./sse_frames.ts";
import type { Usage } from "./usage.ts";

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** What a provider says went wrong, wherever it says it. */
export interface ProviderFault {
  /** As HTTP would have said it. */
  readonly status: number;
  readonly message: string;
}

/** What one event of a stream means. */
export interface EventFacts {
  /** Whether it brings something of the answer: from then on the stream is the caller's. */
  readonly isSemantic?: boolean;
  /** Whether the answer is whole from here on. */
  readonly isEnd?: boolean;
  readonly usage?: Partial<Usage>;
  readonly fault?: ProviderFault | undefined;
  /** Text of the answer in it. */
  readonly text?: string;
}

/** An API that models speak. Bodies are passed on as they are; this only reads them. */
export interface ApiFormat {
  /** The path that a service has below the base URL. */
  path(service: string, baseUrl: string): string;
  /** A streamed body that asks for usage; the same where usage comes unasked. */
  askingUsage(body: JsonObject): JsonObject;
  /** Most tokens that a body asks for. */
  maxTokens(body: JsonObject): number | undefined;
  /** The usage in an answer, without what is missing or no count. */
  usage(answer: JsonObject): Partial<Usage>;
  /** The text of an answer, for an estimate. */
  text(answer: JsonObject): string;
  /** The error that a body of whatever status is. */
  fault(answer: JsonObject): ProviderFault | undefined;
  event(event: SseEvent): EventFacts;
  /** A frame that ends a stream which broke off. */
  brokenOff(message: string): string;
}

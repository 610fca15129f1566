import type { ApiFormat, ProviderFault } from "./api_format.ts";
import { AttemptFailure } from "./attempt_failure.ts";
import { eventOf, type Frame, objectIn, SseFrames } from "./sse_frames.ts";
import type { UsageTally } from "./usage.ts";
import type { Watch } from "./watch.ts";

/** What a stream is read with. */
export interface StreamOptions {
  readonly format: ApiFormat;
  readonly watch: Watch;
  readonly tally: UsageTally;
  /** Told when something of the answer is there. */
  readonly onFirst: () => void;
}

/** What is held at most before the first thing of an answer has come. */
const [mostFramesHeld, mostBytesHeld] = [64, 262_144];

/** Reads a stream event by event, notes what it says, and changes no byte of it. */
export class StreamReader {
  /** Events that are read and not taken yet. */
  readonly ready: Uint8Array<ArrayBufferLike>[] = [];
  /** Whether the answer has begun, is whole, and whether the stream is at its end. */
  hasBegun = false;
  isWhole = false;
  isOver = false;
  /** The error that the provider told in the stream. */
  fault: ProviderFault | undefined;
  /** What it was told in; other events may have come behind it. */
  #faultJson: Readonly<Record<string, unknown>> | undefined;
  readonly #frames = new SseFrames();
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #heldBytes = 0;

  constructor(body: ReadableStream<Uint8Array>, readonly options: StreamOptions) {
    this.#reader = body.getReader();
  }

  /** Whether the last bytes given on are the beginning of a large event. */
  get isInsideEvent(): boolean {
    return this.#frames.isInside;
  }

  /**
   * Reads until the answer begins; nothing has reached the caller before.
   * @throws AttemptFailure for an error event or an end without an answer; what the connection throws
   */
  async begin(headers: Headers): Promise<void> {
    while (!this.hasBegun && !this.isOver) {
      await this.read();
      const fault = this.fault ?? (this.isOver ? this.#faultInPlainBody() : undefined);
      if (fault !== undefined && !this.hasBegun) {
        throw AttemptFailure.told(fault, headers, this.#faultJson ?? this.#lastJson());
      }
      if (this.ready.length > mostFramesHeld || this.#heldBytes > mostBytesHeld) return;
    }
    if (!this.hasBegun) {
      throw new AttemptFailure("the stream ended before it answered", 200, true);
    }
  }

  /** Reads the next bytes; what events they end is `ready`. */
  async read(): Promise<void> {
    const { done, value } = await this.options.watch.race(this.#reader.read());
    if (!done) return this.#frames.push(value).forEach((frame) => this.#take(frame));
    this.isOver = true;
    const rest = this.#frames.rest();
    if (rest === undefined) return;
    const event = eventOf(rest);
    if (event?.json !== undefined || event?.isDone) this.#take(rest);
    // Half an event is nothing that a caller could use; it is only looked at for an error.
    else if (!this.hasBegun) this.#hold(rest.bytes);
  }

  /** Ends the provider's work on it. */
  cancel(): void {
    this.#reader.cancel().catch(() => {});
  }

  #take(frame: Frame): void {
    const { format, tally, onFirst } = this.options;
    this.#hold(frame.bytes);
    const event = eventOf(frame);
    if (event === undefined) return;
    const facts = format.event(event);
    if (facts.usage !== undefined) tally.add(facts.usage);
    if (facts.text) tally.addOutput(facts.text);
    if (this.fault === undefined && facts.fault !== undefined) {
      this.fault = facts.fault;
      this.#faultJson = event.json;
    }
    if (facts.isEnd) this.isWhole = true;
    if (facts.isSemantic && !this.hasBegun && this.fault === undefined) {
      this.hasBegun = true;
      onFirst();
    }
  }

  #hold(bytes: Uint8Array): void {
    this.ready.push(bytes);
    if (!this.hasBegun) this.#heldBytes += bytes.length;
  }

  #lastJson(): Record<string, unknown> | undefined {
    const bytes = this.ready.at(-1) ?? new Uint8Array(0);
    return eventOf({ bytes, isWhole: true })?.json ?? objectIn(new TextDecoder().decode(bytes));
  }

  #faultInPlainBody(): ProviderFault | undefined {
    return this.options.format.fault(this.#lastJson() ?? {});
  }
}

/** An event of a stream as its bytes, or a piece of one that is too large to hold. */
export interface Frame {
  readonly bytes: Uint8Array;
  /** False: a piece, which is passed on unread. */
  readonly isWhole: boolean;
}

/** What an event says. */
export interface SseEvent {
  /** The `event:` line; empty when there is none. */
  readonly name: string;
  /** Parsed `data:`; undefined when it is not a JSON object. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
  readonly isDone: boolean;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Cuts a stream of server-sent events into events without changing a byte. Holds at most
 * `mostBytes` of an unfinished event; a larger one goes through in pieces.
 */
export class SseFrames {
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #lineBytes = 0;
  #lineIsReturn = false;
  #isOversized = false;

  constructor(readonly mostBytes = 262_144) {}

  /** Takes the next bytes; answers the events that they end. */
  push(chunk: Uint8Array): Frame[] {
    const frames: Frame[] = [];
    let begin = 0;
    for (let at = 0; at < chunk.length;) {
      const end = chunk.indexOf(lineFeed, at);
      if (end < 0) {
        this.#lineIsReturn = this.#lineBytes === 0 && chunk.length === at + 1 &&
          chunk[at] === carriageReturn;
        this.#lineBytes += chunk.length - at;
        break;
      }
      const length = this.#lineBytes + end - at;
      const isBlank = length === 0 ||
        (length === 1 && (this.#lineIsReturn || chunk[end - 1] === carriageReturn));
      this.#lineBytes = 0;
      this.#lineIsReturn = false;
      at = end + 1;
      if (!isBlank) continue;
      this.#hold(chunk.subarray(begin, at));
      frames.push(this.#take(!this.#isOversized));
      this.#isOversized = false;
      begin = at;
    }
    if (begin < chunk.length) this.#hold(chunk.subarray(begin));
    if (this.#heldBytes > this.mostBytes) {
      frames.push(this.#take(false));
      this.#isOversized = true;
    }
    return frames;
  }

  /** Whether a large event has gone through in part. */
  get isInside(): boolean {
    return this.#isOversized;
  }

  /** What is left when the stream has ended: an event without its blank line, or nothing. */
  rest(): Frame | undefined {
    return this.#heldBytes === 0 ? undefined : this.#take(!this.#isOversized);
  }

  #hold(bytes: Uint8Array): void {
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
  }

  #take(isWhole: boolean): Frame {
    const bytes = new Uint8Array(this.#heldBytes);
    let at = 0;
    for (const part of this.#held) {
      bytes.set(part, at);
      at += part.length;
    }
    this.#held = [];
    this.#heldBytes = 0;
    return { bytes, isWhole };
  }
}

const decoder = new TextDecoder();

/** Reads an event; undefined for comments and pieces. */
export function eventOf(frame: Frame): SseEvent | undefined {
  if (!frame.isWhole) return undefined;
  let name = "";
  const data: string[] = [];
  for (const line of decoder.decode(frame.bytes).split(/\r?\n/)) {
    if (line.startsWith("event:")) name = line.slice(6).trim();
    else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
  }
  if (data.length === 0) return undefined;
  const text = data.join("\n");
  return { name, json: objectIn(text), isDone: text.trim() === "[DONE]" };
}

/** The JSON object that a text is, if it is one. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? value as Record<string, unknown>
      : undefined;
  } catch {
    return undefined;
  }
}

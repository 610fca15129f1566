/** What was kept of one output stream. */
export interface Captured {
  /** The kept bytes, with a line that says how much is missing where something is. */
  bytes: Uint8Array;
  /** Every byte that was written, kept or not. */
  totalBytes: number;
}

/** Keeps the first and the last bytes of a stream and counts the rest. */
export class Capture {
  #head: Uint8Array;
  #tail: Uint8Array;
  #headLength = 0;
  #tailWritten = 0;

  /** @param keptBytes Bytes to keep: half from the start, half from the end. */
  constructor(keptBytes: number) {
    const half = Math.max(1, Math.floor(keptBytes / 2));
    this.#head = new Uint8Array(half);
    this.#tail = new Uint8Array(half);
  }

  /** Bytes written so far. */
  get totalBytes(): number {
    return this.#headLength + this.#tailWritten;
  }

  /** Takes the next chunk of the stream. */
  write(chunk: Uint8Array): void {
    const room = this.#head.length - this.#headLength;
    const first = chunk.subarray(0, room);
    this.#head.set(first, this.#headLength);
    this.#headLength += first.length;
    this.#writeTail(chunk.subarray(first.length));
  }

  #writeTail(rest: Uint8Array): void {
    const size = this.#tail.length;
    const last = rest.subarray(Math.max(0, rest.length - size));
    const start = (this.#tailWritten + rest.length - last.length) % size;
    const untilEnd = Math.min(last.length, size - start);
    this.#tail.set(last.subarray(0, untilEnd), start);
    this.#tail.set(last.subarray(untilEnd), 0);
    this.#tailWritten += rest.length;
  }

  /** The kept bytes in order. */
  result(): Captured {
    const head = this.#head.subarray(0, this.#headLength);
    const size = this.#tail.length;
    const kept = Math.min(size, this.#tailWritten);
    const start = this.#tailWritten > size ? this.#tailWritten % size : 0;
    const missing = this.#tailWritten - kept;
    const note = missing > 0 ? `\n… ${missing} bytes left out …\n` : "";
    const parts = [
      head,
      new TextEncoder().encode(note),
      this.#tail.subarray(start, kept),
      this.#tail.subarray(0, start),
    ];
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return { bytes, totalBytes: this.totalBytes };
  }
}

/**
 * Remembers the ids of webhooks in this process, so that one sent again is noticed. Keep it longer
 * than the tolerance of the timestamp. With several receivers, keep ids in a table with a unique
 * column instead.
 */
export class SeenIds {
  readonly #seen = new Map<string, number>();
  readonly #keepMs: number;
  readonly #most: number;

  /** @param most the oldest ids go first when there are more */
  constructor(options: { keepSeconds?: number; most?: number } = {}) {
    this.#keepMs = (options.keepSeconds ?? 86_400) * 1000;
    this.#most = options.most ?? 100_000;
  }

  /** Notes an id; true when it is new. `now` in milliseconds since 1970. */
  add(id: string, now: number = Date.now()): boolean {
    for (const [old, at] of this.#seen) {
      if (at > now - this.#keepMs && this.#seen.size <= this.#most) break;
      this.#seen.delete(old);
    }
    if (this.#seen.has(id)) return false;
    this.#seen.set(id, now);
    return true;
  }

  /** Forgets an id, for a receiver that could not do its work and wants it again. */
  forget(id: string): void {
    this.#seen.delete(id);
  }
}

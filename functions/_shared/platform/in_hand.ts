/** Counts what is in hand, and says when it is too much. */
export class InHand {
  #count = 0;

  /** Does `work` unless `most` are in hand already; then `instead`, at once. */
  async within<Value>(most: number, work: () => Promise<Value>, instead: () => Value) {
    if (this.#count >= most) return instead();
    this.#count++;
    try {
      return await work();
    } finally {
      this.#count--;
    }
  }

  /** Takes a place by hand; undefined when there is none, else gives it back, once. */
  take(most: number): (() => void) | undefined {
    if (this.#count >= most) return undefined;
    this.#count++;
    let isOpen = true;
    return () => {
      if (isOpen) this.#count--;
      isOpen = false;
    };
  }
}

import { WireClient } from "./wire_client.ts";
import type { WireSettings } from "./wire_server_settings.ts";

interface Entry {
  client: WireClient;
  /** Ends when the client's last message so far has been answered. */
  answered: Promise<unknown>;
}

/** What the last client to leave does for those who come: its leftovers must not stay behind. */
const asNew = "reset session authorization; reset all; deallocate all; discard temp";

/**
 * Gives each wire client's messages to the session, one after the other. It has the shape that
 * PGLiteSocketHandler of @electric-sql/pglite-socket expects of its queue.
 */
export class WireQueue {
  readonly #entries = new Map<number, Entry>();

  constructor(private readonly settings: Omit<WireSettings, "port">) {}

  /** Runs one protocol message of client `id`; resolves to the number of bytes answered. */
  enqueue(id: number, message: Uint8Array, onData: (data: Uint8Array) => void): Promise<number> {
    const entry = this.#entryOf(id);
    // The handler may hand over a message before the one before it is answered.
    const answer = entry.answered.then(() => entry.client.run(message, onData));
    entry.answered = answer.catch(() => {});
    return answer;
  }

  #entryOf(id: number): Entry {
    const known = this.#entries.get(id);
    if (known) return known;
    const client = new WireClient(`a psql or other wire client (#${id})`, this.settings);
    const made = { client, answered: Promise.resolve() };
    this.#entries.set(id, made);
    return made;
  }

  /** Part of the queue's shape; a waiting message notices by itself that its client is gone. */
  clearQueueForHandler(_id: number): void {}

  /** Undoes what a client that hung up left open, and gives its turn back. */
  async clearTransactionIfNeeded(id: number): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    await entry.answered;
    await entry.client.leave(this.#entries.size === 0 ? asNew : "");
  }
}

import { TurnTimeout } from "./turns.ts";
import type { WireSettings } from "./wire_server.ts";
import {
  busyReply,
  isFrontend,
  mayChangeSchema,
  readyStatus,
  readyWhenIdle,
  tailOf,
} from "./wire_messages.ts";

interface Client {
  release: (() => void) | undefined;
  /** After a refused message of the extended protocol everything up to Sync is skipped. */
  skipsToSync: boolean;
  changedSchema: boolean;
}

/** What the last client to leave does for those who come: its settings must not stay behind. */
const asNew = "reset session authorization; reset all; deallocate all; discard temp";

/**
 * Feeds messages of wire clients to the one session. A client takes a turn with its first
 * message and keeps it until the server says "ready, outside a transaction": so a transaction,
 * or a pipeline that ends in Sync, is never cut in two by a REST request or another client.
 *
 * It has the shape that PGLiteSocketHandler of @electric-sql/pglite-socket expects of its queue.
 */
export class WireQueue {
  readonly #clients = new Map<number, Client>();

  constructor(private readonly settings: Omit<WireSettings, "port">) {}

  /** Runs one protocol message; resolves to the number of bytes answered. */
  async enqueue(
    id: number,
    message: Uint8Array,
    onData: (data: Uint8Array) => void,
  ): Promise<number> {
    const client = this.#client(id);
    // A failed message makes the handler hang up, as a client that says goodbye expects.
    if (isFrontend(message, "Terminate")) throw new Error("the client said goodbye");
    if (client.skipsToSync) {
      if (!isFrontend(message, "Sync")) return 0;
      client.skipsToSync = false;
      onData(readyWhenIdle);
      return readyWhenIdle.length;
    }
    try {
      client.release ??= await this.settings.turns.take(
        `a psql or other wire client (#${id})`,
        this.settings.patience,
      );
    } catch (thrown) {
      if (!(thrown instanceof TurnTimeout)) throw thrown;
      const inSteps = !isFrontend(message, "Query") && !isFrontend(message, "Sync");
      client.skipsToSync = inSteps;
      const reply = busyReply(thrown.message, !inSteps);
      onData(reply);
      return reply.length;
    }
    // The client may have gone while it waited; its turn must not stay behind.
    if (this.#clients.get(id) !== client) {
      client.release();
      throw new Error("the client disconnected");
    }
    return await this.#send(client, message, onData);
  }

  async #send(client: Client, message: Uint8Array, onData: (data: Uint8Array) => void) {
    let bytes = 0;
    let tail: Uint8Array = new Uint8Array();
    await this.settings.db.runExclusive(() =>
      this.settings.db.execProtocolRawStream(message, {
        onRawData: (data) => {
          bytes += data.length;
          tail = tailOf(tail, data);
          onData(data);
        },
      })
    );
    client.changedSchema ||= mayChangeSchema(message);
    if (readyStatus(tail) === "idle") {
      if (client.changedSchema) this.settings.onSchemaChange();
      client.changedSchema = false;
      client.release?.();
      client.release = undefined;
    }
    return bytes;
  }

  #client(id: number): Client {
    const known = this.#clients.get(id);
    if (known) return known;
    const made: Client = { release: undefined, skipsToSync: false, changedSchema: false };
    this.#clients.set(id, made);
    return made;
  }

  /** Part of the queue's shape; a waiting message notices by itself that its client is gone. */
  clearQueueForHandler(_id: number): void {}

  /** Undoes what a client that hung up left open, and gives its turn back. */
  async clearTransactionIfNeeded(id: number): Promise<void> {
    const client = this.#clients.get(id);
    this.#clients.delete(id);
    const release = client?.release ??
      (this.#clients.size === 0
        ? await this.settings.turns.take("the stack itself", this.settings.patience).catch(() =>
          undefined
        )
        : undefined);
    if (!release) return;
    try {
      await this.settings.db.exec(this.#clients.size === 0 ? `rollback; ${asNew}` : "rollback");
    } finally {
      release();
    }
  }
}

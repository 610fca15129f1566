import { TurnTimeout } from "./turns.ts";
import {
  busyReply,
  isFrontend,
  readyStatus,
  readyWhenIdle,
  statementIn,
  tailOf,
} from "./wire_messages.ts";
import type { WireSettings } from "./wire_server_settings.ts";
import { namesSet, putSettings, type SessionSettings, takeSettings } from "./wire_settings.ts";

const schemaWords = /\b(create|alter|drop|grant|revoke)\b/i;
const settingWords = /\b(set|set_config|reset|discard)\b/i;

type OnData = (data: Uint8Array) => void;

/**
 * One wire client on the shared session. It takes a turn with its first message and keeps it
 * until the server says "ready, outside a transaction": so a transaction, or a pipeline that ends
 * in Sync, is never cut in two by a REST request or another client.
 */
export class WireClient {
  #release: (() => void) | undefined;
  /** After a refused message of the extended protocol everything up to Sync is skipped. */
  #skipsToSync = false;
  #changedSchema = false;
  /** There once the client may have used SET; kept here while others have the session. */
  #settings: SessionSettings | undefined;
  readonly #names = new Set<string>();
  #gone = false;

  constructor(private readonly name: string, private readonly shared: Omit<WireSettings, "port">) {}

  /** Runs one protocol message; resolves to the number of bytes answered. */
  async run(message: Uint8Array, onData: OnData): Promise<number> {
    // A failed message makes the handler hang up, as a client that says goodbye expects.
    if (isFrontend(message, "Terminate")) throw new Error("the client said goodbye");
    if (this.#skipsToSync) {
      if (!isFrontend(message, "Sync")) return 0;
      this.#skipsToSync = false;
      onData(readyWhenIdle);
      return readyWhenIdle.length;
    }
    try {
      await this.#takeTurn();
    } catch (thrown) {
      if (thrown instanceof TurnTimeout) return this.#refuse(message, thrown, onData);
      throw thrown;
    }
    if (this.#gone) throw new Error("the client disconnected");
    const tail = await this.#send(message, onData);
    this.#notice(statementIn(message));
    if (readyStatus(tail.bytes) === "idle") await this.#endTurn();
    return tail.sent;
  }

  /** Undoes what is open and gives the turn back. `cleanUp` is further SQL, run in that turn. */
  async leave(cleanUp: string): Promise<void> {
    this.#gone = true;
    const { turns, db, patience } = this.shared;
    if (!this.#release && cleanUp === "") return;
    this.#release ??= await turns.take(this.name, patience).catch(() => undefined);
    if (!this.#release) return;
    try {
      await db.exec(`rollback; ${cleanUp}`);
    } finally {
      this.#release();
    }
  }

  async #takeTurn(): Promise<void> {
    if (this.#release) return;
    this.#release = await this.shared.turns.take(this.name, this.shared.patience);
    if (this.#settings) await putSettings(this.shared.db, this.#settings);
  }

  #notice(statement: string): void {
    this.#changedSchema ||= schemaWords.test(statement);
    if (!settingWords.test(statement)) return;
    this.#settings ??= {};
    for (const name of namesSet(statement)) this.#names.add(name);
  }

  async #endTurn(): Promise<void> {
    try {
      if (this.#changedSchema) this.shared.onSchemaChange();
      this.#changedSchema = false;
      if (this.#settings) this.#settings = await takeSettings(this.shared.db, this.#names);
    } finally {
      this.#release?.();
      this.#release = undefined;
    }
  }

  async #send(message: Uint8Array, onData: OnData): Promise<{ sent: number; bytes: Uint8Array }> {
    const { db } = this.shared;
    const tail = { sent: 0, bytes: new Uint8Array() as Uint8Array };
    const onRawData = (data: Uint8Array) => {
      tail.sent += data.length;
      tail.bytes = tailOf(tail.bytes, data);
      onData(data);
    };
    await db.runExclusive(() => db.execProtocolRawStream(message, { onRawData }));
    return tail;
  }

  #refuse(message: Uint8Array, reason: TurnTimeout, onData: OnData): number {
    const inSteps = !isFrontend(message, "Query") && !isFrontend(message, "Sync");
    this.#skipsToSync = inSteps;
    const reply = busyReply(reason.message, !inSteps);
    onData(reply);
    return reply.length;
  }
}

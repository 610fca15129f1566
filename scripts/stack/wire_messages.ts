/** Bytes of the Postgres wire protocol that the turns need to understand. */

const frontendTypes = { Query: 0x51, Parse: 0x50, Sync: 0x53, Terminate: 0x58 } as const;
const readyForQuery = 0x5a;
const idle = 0x49;

/** ReadyForQuery, outside a transaction. */
export const readyWhenIdle: Uint8Array = new Uint8Array([readyForQuery, 0, 0, 0, 5, idle]);

/** Whether a client's message is of this type. */
export function isFrontend(message: Uint8Array, type: keyof typeof frontendTypes): boolean {
  return message[0] === frontendTypes[type];
}

/** The SQL that a message holds; empty where it holds none. */
export function statementIn(message: Uint8Array): string {
  const holdsSql = isFrontend(message, "Query") || isFrontend(message, "Parse");
  return holdsSql ? new TextDecoder().decode(message.subarray(5)) : "";
}

/** The last six bytes of an answer, as it arrives in parts. */
export function tailOf(before: Uint8Array, data: Uint8Array): Uint8Array {
  if (data.length >= 6) return data.slice(-6);
  const joined = new Uint8Array(before.length + data.length);
  joined.set(before);
  joined.set(data, before.length);
  return joined.slice(-6);
}

/** How a finished answer left the session; undefined when the server expects more messages. */
export function readyStatus(tail: Uint8Array): "idle" | "in_transaction" | undefined {
  const header = readyWhenIdle.subarray(0, 5);
  if (tail.length !== 6 || header.some((byte, index) => tail[index] !== byte)) return undefined;
  return tail[5] === idle ? "idle" : "in_transaction";
}

/** ErrorResponse for a client whose turn did not come; with ReadyForQuery when it waits for it. */
export function busyReply(message: string, withReady: boolean): Uint8Array {
  const fields = [
    "SERROR",
    "VERROR",
    "C55P03",
    `M${message}`,
    "HThe embedded database has one session. End the open transaction (commit or rollback) and try again.",
  ];
  const body = new TextEncoder().encode(fields.map((field) => `${field}\0`).join("") + "\0");
  const reply = new Uint8Array(5 + body.length);
  reply[0] = 0x45;
  new DataView(reply.buffer).setInt32(1, 4 + body.length);
  reply.set(body, 5);
  if (!withReady) return reply;
  const both = new Uint8Array(reply.length + readyWhenIdle.length);
  both.set(reply);
  both.set(readyWhenIdle, reply.length);
  return both;
}

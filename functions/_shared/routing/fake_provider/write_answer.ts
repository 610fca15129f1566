import { Buffer } from "node:buffer";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import type { Fault } from "./fault.ts";

/** An answer before its fault: frames are sent one by one. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly frames: readonly string[];
}

/** Writes an answer as its fault says; ends or breaks the connection. */
export async function writeAnswer(socket: Socket, answer: Answer, fault: Fault): Promise<void> {
  await pause(fault.delayMs);
  const headers = {
    "content-type": answer.contentType,
    "transfer-encoding": "chunked",
    connection: "close",
    ...(fault.gzipOf === undefined ? {} : { "content-encoding": "gzip" }),
    ...fault.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  await write(socket, `HTTP/1.1 ${answer.status} Fake\r\n${lines}\r\n`);
  const most = Math.min(fault.cutAt ?? Infinity, fault.stallAt ?? Infinity);
  let sent = 0;
  for (const piece of piecesOf(answer, fault)) {
    const part = piece.subarray(0, Math.max(most - sent, 0));
    if (part.length > 0) {
      const size = Buffer.from(`${part.length.toString(16)}\r\n`);
      if (!await write(socket, Buffer.concat([size, part, Buffer.from("\r\n")]))) return;
      sent += part.length;
    }
    if (sent >= most) break;
    await pause(fault.pauseMs);
  }
  if (sent >= (fault.stallAt ?? Infinity)) return;
  if (sent >= most && !fault.cutQuietly) {
    await pause(5); // what was written shall arrive before the reset does
    socket.destroy();
    return;
  }
  socket.end("0\r\n\r\n");
}

function* piecesOf(answer: Answer, fault: Fault): Generator<Buffer> {
  const whole = () => Buffer.from(answer.frames.join(""));
  if (fault.gzipOf !== undefined) {
    yield gzipSync(fault.gzipOf === 0 ? whole() : Buffer.alloc(fault.gzipOf, 0x20));
  } else if (fault.pieceBytes === undefined) {
    for (const frame of answer.frames) yield Buffer.from(frame);
  } else {
    const bytes = whole();
    for (let at = 0; at < bytes.length; at += fault.pieceBytes) {
      yield bytes.subarray(at, at + fault.pieceBytes);
    }
  }
}

/** Answers false when nobody listens any more. */
function write(socket: Socket, data: string | Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    if (socket.destroyed) return resolve(false);
    socket.write(data, (error) => resolve(!error));
  });
}

function pause(milliseconds: number | undefined): Promise<void> {
  if (milliseconds === undefined) return Promise.resolve();
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * A model provider on this machine, for tests: speaks OpenAI's chat completions and embeddings and
 * Anthropic's messages over real HTTP, whole and streamed, with every fault that providers have.
 */
import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { anthropicError, message, messageFrames } from "./anthropic_frames.ts";
import { type Fault, faultHeader, type SeenRequest } from "./fault.ts";
import { chatCompletion, chatFrames, embeddings, openaiError } from "./openai_frames.ts";
import { readRequest } from "./read_request.ts";
import { type Answer, writeAnswer } from "./write_answer.ts";

export { anthropicUsage } from "./anthropic_frames.ts";
export { type Fault, faultHeader, type SeenRequest } from "./fault.ts";
export { openaiUsage } from "./openai_frames.ts";

/** What a good answer says, in pieces as a stream brings them; with characters of 2 to 4 bytes. */
export const answerPieces = ["Grüß", " Gott, ", "世界 ", "🌍!"];

/** A running fake provider. */
export interface FakeProvider {
  /** Such as `127.0.0.1:4711`. */
  readonly host: string;
  readonly openaiUrl: string;
  readonly anthropicUrl: string;
  /** Every request that came, oldest first. */
  readonly seen: SeenRequest[];
  /** Requests whose connection the caller closed before the answer was whole. */
  readonly abandoned: SeenRequest[];
  /** The next answers have these faults, one each; then answers are good again. */
  next(...faults: Fault[]): void;
  /** Forgets what was seen and what was to come. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts a provider on a free port of this machine. */
export async function startFakeProvider(): Promise<FakeProvider> {
  const [seen, abandoned, queue]: [SeenRequest[], SeenRequest[], Fault[]] = [[], [], []];
  const open = new Set<Socket>();
  const serve = async (socket: Socket) => {
    const request = await readRequest(socket);
    if (request === undefined) return;
    seen.push(request);
    const asked = request.headers.get(faultHeader);
    const fault: Fault = asked === null ? queue.shift() ?? {} : JSON.parse(asked);
    let ended = false;
    socket.on("close", () => ended || abandoned.push(request));
    await writeAnswer(socket, answerOf(request, fault), fault);
    ended = fault.stallAt === undefined && !socket.destroyed || fault.cutAt !== undefined;
  };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => {}); // the caller may go away at any time
    socket.on("close", () => open.delete(socket));
    void serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    openaiUrl: `http://${host}/v1`,
    anthropicUrl: `http://${host}`,
    seen,
    abandoned,
    next: (...faults) => void queue.push(...faults),
    reset: () => [seen, abandoned, queue].forEach((list) => list.length = 0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

function answerOf(seen: SeenRequest, fault: Fault): Answer {
  const anthropic = seen.path.endsWith("/messages");
  const status = fault.status ?? 200;
  const streamed = seen.body["stream"] === true && status === 200;
  const type = streamed ? "text/event-stream" : "application/json";
  if (fault.body !== undefined) return { status, contentType: type, frames: [fault.body] };
  if (status !== 200) {
    const body = anthropic ? anthropicError(status) : openaiError(status);
    return { status, contentType: type, frames: [JSON.stringify(body)] };
  }
  const pieces = fault.textBytes === undefined ? answerPieces : ["x".repeat(fault.textBytes)];
  if (!streamed) {
    const text = pieces.join("");
    const body = anthropic
      ? message(seen, fault, text)
      : seen.path.endsWith("/embeddings")
      ? embeddings(seen, fault)
      : chatCompletion(seen, fault, text);
    return { status, contentType: type, frames: [JSON.stringify(body)] };
  }
  const frames = (anthropic ? messageFrames : chatFrames)(seen, fault, pieces);
  const kept = frames.slice(0, frames.length - (fault.withoutLast ?? 0));
  const half = Math.ceil(kept.length / 2);
  return {
    status,
    contentType: type,
    frames: [
      ...fault.framesFirst ?? [],
      ...kept.slice(0, half),
      ...fault.framesMiddle ?? [],
      ...kept.slice(half),
    ],
  };
}

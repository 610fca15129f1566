import { refuse } from "./replies.ts";
import { portTaken } from "./ports.ts";
import { messageOf } from "./failure.ts";

/** The stack's HTTP port: taken early, opened when everything behind it stands. */
export interface Listener {
  port: number;
  /** `http://127.0.0.1:PORT`, without a trailing slash. */
  url: string;
  /** From now on requests are answered. */
  open(handler: (request: Request) => Promise<Response>): void;
  close(): Promise<void>;
}

function starting(): Response {
  const response = refuse({
    status: 503,
    details: "starting",
    message: "Cannot answer yet: the stack is starting",
    hint: "Try again in a moment.",
  });
  response.headers.set("retry-after", "1");
  return response;
}

function crashed(thrown: unknown): Response {
  return refuse({
    status: 500,
    details: "internal",
    message: `Cannot answer: ${messageOf(thrown)}`,
    hint: "This is a fault of the local stack; please report it with the request that caused it.",
  });
}

/**
 * Listens on 127.0.0.1, which other machines cannot reach.
 * @param port 0 for any free one
 * @throws StackFailure `port_taken`
 */
export function openListener(port: number): Listener {
  let handler: (request: Request) => Promise<Response> = () => Promise.resolve(starting());
  let server: Deno.HttpServer<Deno.NetAddr>;
  try {
    server = Deno.serve(
      { port, hostname: "127.0.0.1", onListen: () => {}, onError: crashed },
      (request) => handler(request),
    );
  } catch (thrown) {
    throw thrown instanceof Deno.errors.AddrInUse ? portTaken(port, "port") : thrown;
  }
  let closing: Promise<void> | undefined;
  const url = `http://127.0.0.1:${server.addr.port}`;
  return {
    port: server.addr.port,
    url,
    open(real) {
      handler = real;
    },
    close: () =>
      // A client that keeps a stream open must not keep the stack from stopping.
      closing ??= Promise.race([
        server.shutdown(),
        new Promise<void>((resolve) => setTimeout(resolve, 500)),
      ]),
  };
}

import { type PostAnswer, readAnswer } from "./read_answer.ts";
import { type Resolve, safeAddressOf } from "./safe_address.ts";

/** Settings of {@link guardedPost}. */
export interface GuardedPostOptions {
  /** The whole exchange, in milliseconds; 15 000 by default. */
  readonly timeoutMs?: number;
  /** For development: this very machine may be reached, also by http. */
  readonly allowLoopback?: boolean;
  /** For tests: finds addresses instead of DNS. */
  readonly resolve?: Resolve;
}

/** What {@link guardedRequest} sends, and how much of the answer it wants. */
export interface GuardedRequest {
  readonly method: "GET" | "POST" | "PATCH";
  /** Empty for none. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of the answer's body that are read at most; 0 reads its head alone. */
  readonly mostBodyBytes: number;
}

/** Posts to an address that somebody else chose as {@link guardedRequest} does; reads the answer's head alone. */
export function guardedPost(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  options: GuardedPostOptions = {},
): Promise<PostAnswer> {
  return guardedRequest(url, { method: "POST", body, headers, mostBodyBytes: 0 }, options);
}

/**
 * Asks an address that somebody else chose: only on the public internet (see `safeAddressOf`), the
 * very address that was checked, without following redirects, and with a timeout.
 * @throws UnsafeAddress, or an Error that says what failed
 */
export async function guardedRequest(
  url: URL,
  request: GuardedRequest,
  options: GuardedPostOptions = {},
): Promise<PostAnswer> {
  const { timeoutMs = 15_000, allowLoopback = false, resolve } = options;
  let connection: Deno.Conn | undefined;
  let late = false;
  const giveUp = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late = true;
    close(connection);
    giveUp.reject(new Error(`no answer within ${timeoutMs} ms`));
  }, timeoutMs);
  const exchange = async (): Promise<PostAnswer> => {
    const address = await safeAddressOf(url, allowLoopback, resolve);
    const secure = url.protocol === "https:";
    const port = Number(url.port || (secure ? 443 : 80));
    const plain = await Deno.connect({ hostname: address, port });
    connection = plain;
    if (late) close(plain);
    // The certificate is held against the name, whatever address was taken.
    if (secure) {
      const hostname = url.hostname.replace(/^\[|\]$/g, "");
      connection = await Deno.startTls(plain, { hostname });
      if (late) close(connection);
    }
    await writeAll(connection, requestOf(url, request));
    return await readAnswer(connection, request.mostBodyBytes);
  };
  try {
    return await Promise.race([exchange(), giveUp.promise]);
  } finally {
    clearTimeout(timer);
    close(connection);
  }
}

function requestOf(url: URL, { method, body, headers }: GuardedRequest): Uint8Array {
  const bytes = new TextEncoder().encode(body);
  const lines = Object.entries({
    ...headers,
    host: url.host,
    connection: "close",
    "content-length": String(bytes.length),
  }).map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]/g, " ")}\r\n`);
  const head = new TextEncoder().encode(
    `${method} ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join("")}\r\n`,
  );
  const all = new Uint8Array(head.length + bytes.length);
  all.set(head);
  all.set(bytes, head.length);
  return all;
}

async function writeAll(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await connection.write(bytes.subarray(at));
}

function close(connection: Deno.Conn | undefined): void {
  try {
    connection?.close();
  } catch {
    // it is closed already
  }
}

const lost = /ECONNRESET|ECONNREFUSED|EPIPE|CONNECTION_(CLOSED|ENDED|DESTROYED)|57P0[123]/;

/** The driver's frame in a stack: it writes to its socket an instant after the connection is gone. */
const lateWrite = /nextWrite.*node_modules\/postgres\//;

/**
 * Whoever lives longer than a server must outlive it: when a connection breaks, the driver rejects promises of
 * its own that nobody can await, and writes once more to a socket that is null. Queries are told of
 * it all the same. Anything else that nobody catches still ends the process.
 */
export function outliveLostConnections(): void {
  globalThis.addEventListener("unhandledrejection", (event) => {
    const { code, message } = event.reason as { code?: string; message?: string };
    if (lost.test(`${code} ${message}`)) event.preventDefault();
  });
  globalThis.addEventListener("error", (event) => {
    const { name, stack = "" } = event.error as { name?: string; stack?: string };
    if (name === "TypeError" && lateWrite.test(stack)) event.preventDefault();
  });
}

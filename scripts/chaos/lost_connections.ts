const lost = /ECONNRESET|ECONNREFUSED|EPIPE|CONNECTION_(CLOSED|ENDED|DESTROYED)|57P0[123]/;

/**
 * Whoever kills servers must outlive it: the driver rejects promises of its own that nobody can
 * await when a connection breaks. Any other unhandled rejection still ends the process.
 */
export function outliveLostConnections(): void {
  globalThis.addEventListener("unhandledrejection", (event) => {
    const { code, message } = event.reason as { code?: string; message?: string };
    if (lost.test(`${code} ${message}`)) event.preventDefault();
  });
  // Its next write to a socket that is gone, on a timer of its own.
  globalThis.addEventListener("error", (event) => {
    if (event.message.includes("of null (reading 'write')")) event.preventDefault();
  });
}

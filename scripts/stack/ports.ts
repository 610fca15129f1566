import { exitCodes, StackFailure } from "./failure.ts";

/** The failure for a port that somebody else listens on. */
export function portTaken(port: number, option: "port" | "wire-port"): StackFailure {
  return new StackFailure(
    "port_taken",
    `Cannot listen on 127.0.0.1:${port}: another program has that port`,
    `Stop that program, or choose another port: npm start -- --${option} ${port + 100}`,
    exitCodes.portTaken,
  );
}

/**
 * Makes sure early that a port which is needed later can be had.
 * @throws StackFailure `port_taken`
 */
export function demandFree(port: number, option: "port" | "wire-port"): void {
  try {
    Deno.listen({ port, hostname: "127.0.0.1" }).close();
  } catch (thrown) {
    throw thrown instanceof Deno.errors.AddrInUse ? portTaken(port, option) : thrown;
  }
}

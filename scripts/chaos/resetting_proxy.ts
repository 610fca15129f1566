import { connect, createServer, type Server, type Socket } from "node:net";
import type { Random } from "./random.ts";

/** A way to a server on which connections break. */
export interface ResettingProxy {
  /** The connection text that leads through it. */
  readonly url: string;
  /** Resets one connection in both directions; answers how many (0 or 1). */
  resetOne(random: Random): number;
  close(): Promise<void>;
}

/** Opens a loopback port from which everything goes to the server of `url`, until it is reset. */
export async function openResettingProxy(url: string): Promise<ResettingProxy> {
  const target = new URL(url);
  const pairs = new Set<readonly [Socket, Socket]>();
  const server: Server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      pair.forEach((socket) => socket.destroy());
    };
    for (const socket of pair) socket.on("error", end).on("close", end).setNoDelay(true);
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const through = new URL(url);
  through.port = String(typeof address === "object" && address ? address.port : 0);
  return {
    url: through.href,
    resetOne: (random) => {
      if (pairs.size === 0) return 0;
      random.pick([...pairs]).forEach((socket) => socket.resetAndDestroy());
      return 1;
    },
    close: () => {
      for (const [near, far] of pairs) [near, far].forEach((socket) => socket.destroy());
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** How the proxy treats what passes through it. */
export type Fault =
  | "none"
  /** Connections are closed and refused. */
  | "cut"
  /** Requests reach the engine; their answers are lost with the connection. */
  | "lose_answers"
  /** Nothing comes back and nothing is closed. */
  | "silence";

/** A TCP proxy before the engine, for real network faults. */
export interface FaultyProxy {
  url: string;
  fault: Fault;
  close(): void;
}

/** Opens a proxy on a free port of this machine. */
export function openProxy(port: number): FaultyProxy {
  const listening = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const open = new Set<Deno.Conn>();
  let fault = "none" as Fault;
  const proxy = {
    url: `http://127.0.0.1:${(listening.addr as Deno.NetAddr).port}`,
    get fault() {
      return fault;
    },
    set fault(next: Fault) {
      fault = next;
      if (next === "cut") { for (const connection of open) closeQuietly(connection); }
    },
    close() {
      listening.close();
      for (const connection of open) closeQuietly(connection);
    },
  };

  async function pass(from: Deno.Conn, to: Deno.Conn, isAnswer: boolean): Promise<void> {
    const buffer = new Uint8Array(65_536);
    try {
      for (let size = await from.read(buffer); size !== null; size = await from.read(buffer)) {
        if (isAnswer && fault === "lose_answers") break;
        if (isAnswer && fault === "silence") continue;
        let sent = 0;
        while (sent < size) sent += await to.write(buffer.subarray(sent, size));
      }
    } catch {
      // A connection that breaks is what this proxy is for.
    }
    for (const connection of [from, to]) closeQuietly(connection);
  }

  function closeQuietly(connection: Deno.Conn): void {
    open.delete(connection);
    try {
      connection.close();
    } catch {
      // It was closed already.
    }
  }

  (async () => {
    for await (const client of listening) {
      if (fault === "cut") {
        closeQuietly(client);
        continue;
      }
      try {
        const server = await Deno.connect({ hostname: "127.0.0.1", port });
        for (const connection of [client, server]) open.add(connection);
        pass(client, server, false);
        pass(server, client, true);
      } catch {
        closeQuietly(client);
      }
    }
  })().catch(() => {});
  return proxy;
}

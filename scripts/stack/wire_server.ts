import { PGLiteSocketHandler, type PGLiteSocketHandlerOptions } from "@electric-sql/pglite-socket";
import { createServer, type Socket } from "node:net";
import { portTaken } from "./ports.ts";
import { WireQueue } from "./wire_queue.ts";
import type { WireSettings } from "./wire_server_settings.ts";

/** The running wire server. */
export interface WireServer {
  port: number;
  close(): Promise<void>;
}

/**
 * Lets psql, the supabase CLI and drivers talk to the embedded database on this machine.
 * @throws StackFailure `port_taken`
 */
export function startWireServer(settings: WireSettings): Promise<WireServer> {
  const { port } = settings;
  // The package declares its own queue as a class with private parts; ours has the same methods.
  const queryQueue = new WireQueue(settings) as unknown as PGLiteSocketHandlerOptions["queryQueue"];
  const handlers = new Set<PGLiteSocketHandler>();

  const serve = (socket: Socket) => {
    const handler = new PGLiteSocketHandler({ queryQueue, closeOnDetach: true });
    handlers.add(handler);
    for (const end of ["close", "error"]) {
      handler.addEventListener(end, () => handlers.delete(handler));
    }
    handler.attach(socket).catch(() => socket.destroy());
  };

  const server = createServer(serve);
  return new Promise((resolve, reject) => {
    server.once("error", (error: Error & { code?: string }) => {
      reject(error.code === "EADDRINUSE" ? portTaken(port, "wire-port") : error);
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : port,
        async close() {
          const closed = new Promise<void>((done) => server.close(() => done()));
          await Promise.all([...handlers].map((handler) => handler.detach(true)));
          await closed;
        },
      });
    });
  });
}

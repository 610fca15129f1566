/** A service on this very machine that answers as the real one does. */
export interface StandIn {
  readonly url: string;
  /** What it took, oldest first. */
  readonly got: { readonly path: string; readonly headers: Headers; readonly body: string }[];
  /** Answers given instead of looking at the next requests, one each. */
  readonly instead: (() => Response)[];
  close(): Promise<void>;
}

/** Opens a service; `answer` looks at a request as the real one would. */
export function openStandIn(
  answer: (request: Request, body: string) => Response | Promise<Response>,
): StandIn {
  const got: { path: string; headers: Headers; body: string }[] = [];
  const instead: (() => Response)[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async (one) => {
    const body = await one.text();
    const other = instead.shift();
    if (other !== undefined) return other();
    const response = await answer(one, body);
    const { pathname, search } = new URL(one.url);
    if (response.ok) got.push({ path: pathname + search, headers: one.headers, body });
    return response;
  });
  const url = `http://127.0.0.1:${server.addr.port}`;
  return { url, got, instead, close: () => server.shutdown() };
}

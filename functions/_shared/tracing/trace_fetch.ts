import { activeTraceparent, openSpan } from "../worker/open_span.ts";

/**
 * Lets calls of this project's own RPCs and functions be spans that go on at the other end,
 * whichever client makes them. Calls of other hosts are left as they are.
 * @param projectUrl without it nothing is traced
 */
export function traceFetch(projectUrl: string): void {
  const base = projectUrl.replace(/\/+$/, "");
  if (base === "") return;
  const plain = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const [, kind, name] = url.startsWith(base)
      ? /^\/(rest|functions)\/v1\/(?:rpc\/)?([\w-]+)/.exec(url.slice(base.length)) ?? []
      : [];
    const isTraced = kind !== undefined && activeTraceparent() !== undefined;
    if (!isTraced || name === undefined) return await plain(input, init);
    const span = await openSpan(`${kind === "rest" ? "rpc" : "function"} ${name}`, {
      kind: "CLIENT",
      attributes: { [kind === "rest" ? "cogo.rpc" : "cogo.function"]: name },
    });
    if (span === undefined) return await plain(input, init);
    const request = new Request(input, init);
    // One that the caller has set is meant: a call may belong to another trace than its function.
    if (!request.headers.has("traceparent")) request.headers.set("traceparent", span.traceparent);
    try {
      const response = await span.within(() => plain(request));
      const { status } = response;
      span.end({ "http.response.status_code": status }, status >= 400 ? String(status) : undefined);
      return response;
    } catch (thrown) {
      span.end({}, thrown instanceof Error ? thrown.name : "unknown");
      throw thrown;
    }
  };
}

import { type ApiAddress, CallError, type SupabaseLike, tokenWithin } from "./transport.ts";

/** What an artifact is made of. A stream is read once, so a failed upload of one is not repeated. */
export type ArtifactBytes = string | Uint8Array<ArrayBuffer> | Blob | ReadableStream<Uint8Array>;

/** A request to the function `artifacts`. */
export interface FileRequest {
  readonly method: "GET" | "POST" | "PUT";
  /** Below `/functions/v1/artifacts/`. */
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: ArtifactBytes;
}

/** Reaches the function `artifacts`. @throws CallError where it refuses or does not answer */
export interface FileDoor {
  /** Its JSON. */
  ask(request: FileRequest): Promise<unknown>;
  /** An artifact's bytes. */
  read(artifactId: string): Promise<Response>;
}

/** Milliseconds for one file, there or back. */
const patience = 300_000;

async function refusalOf(response: Response, path: string): Promise<CallError> {
  const told: unknown = await response.json().catch(() => null);
  const { message, details, hint } = Object(told) as Record<string, unknown>;
  const words = typeof message === "string" ? message : `artifacts/${path}: ${response.status}`;
  return new CallError(words, response.status, String(details ?? ""), String(hint ?? ""));
}

async function answered(asked: Promise<Response>, path: string): Promise<Response> {
  const response = await asked.catch((thrown: unknown) => {
    throw new CallError(`artifacts/${path} got no answer: ${String(thrown)}`, 0);
  });
  if (!response.ok) throw await refusalOf(response, path);
  return response;
}

/** With plain fetch: streams go out as they come. */
export function filesTo(address: ApiAddress): FileDoor {
  const base = `${address.url.replace(/\/+$/, "")}/functions/v1/artifacts/`;
  const send = async ({ method, path, headers, body }: FileRequest): Promise<Response> => {
    const signal = AbortSignal.timeout(patience);
    const token = await tokenWithin(signal, address.token);
    const init: RequestInit = {
      method,
      headers: { apikey: address.key, authorization: `Bearer ${token ?? address.key}`, ...headers },
      signal,
      ...(body === undefined ? {} : { body: body as BodyInit }),
    };
    // Node asks for it where the body is a stream; types of browsers do not know it.
    return await fetch(base + path, Object.assign(init, { duplex: "half" }));
  };
  return {
    ask: async (request) => await (await answered(send(request), request.path)).json(),
    read: (id) => answered(send({ method: "GET", path: encodeURIComponent(id) }), id),
  };
}

/** Through a supabase-js client, whose calls of functions take whole files: a stream is held in memory. */
export function filesOf({ functions }: SupabaseLike): FileDoor {
  const ask = async ({ method, path, headers = {}, body }: FileRequest): Promise<unknown> => {
    if (!functions) {
      throw new CallError("This client cannot call functions: it has no .functions", 400);
    }
    const whole = body === undefined ? undefined : await new Response(body as BodyInit).blob();
    const sent = { method, headers, ...(whole === undefined ? {} : { body: whole }) };
    const { data, error } = await functions.invoke(`artifacts/${path}`, sent);
    if (!error) return data;
    const context: unknown = Object(error).context;
    if (context instanceof Response) throw await refusalOf(context, path);
    throw new CallError(`artifacts/${path} got no answer: ${String(error)}`, 0);
  };
  return {
    ask,
    async read(id) {
      // What a client makes of an answer is no longer its bytes: it gets a link, and fetches that.
      const body = JSON.stringify({ artifact_ids: [id], expires_in: 60 });
      const headers = { "content-type": "application/json" };
      const links = await ask({ method: "POST", path: "links", headers, body });
      const url: unknown = Array.isArray(links) ? Object(links[0]).url : undefined;
      if (typeof url !== "string") {
        throw new CallError(`There is no artifact ${id}`, 404, "artifact_not_found");
      }
      return await answered(fetch(url, { signal: AbortSignal.timeout(patience) }), id);
    },
  };
}

/** An object of the fake, with when it was written. */
export interface FakeObject {
  bytes: Uint8Array;
  type: string;
  updated_at: string;
}

/** What stands for Supabase Storage in tests: as much of its protocol as artifacts use. */
export interface FakeStorage {
  readonly url: string;
  /** By `<bucket>/<path>`. */
  readonly objects: Map<string, FakeObject>;
  /** From now on it refuses everything. */
  isFull: boolean;
  close(): Promise<void>;
}

const refused = (statusCode: string, error: string, message: string) =>
  Response.json({ statusCode, error, message }, { status: 400 });

/** Names below a folder; folders have no id. */
function listed(objects: Map<string, FakeObject>, bucket: string, prefix: string) {
  const start = `${bucket}/${prefix === "" ? "" : `${prefix}/`}`;
  const found = new Map<string, object>();
  for (const [path, { updated_at }] of objects) {
    if (!path.startsWith(start)) continue;
    const [name = "", ...rest] = path.slice(start.length).split("/");
    found.set(
      name,
      rest.length > 0 ? { name, id: null, updated_at: null } : { name, id: path, updated_at },
    );
  }
  return [...found.values()];
}

/** Starts it; the key that it knows is `secret`. */
export function openFakeStorage(secret: string): FakeStorage {
  const objects = new Map<string, FakeObject>();
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    const path = decodeURIComponent(pathname.replace(/^\/storage\/v1\/object\//, ""));
    if (path.startsWith("sign/") && request.method === "GET") {
      const object = objects.get(path.slice(5));
      const isGood = searchParams.get("token") === path.slice(5).replaceAll("/", ".");
      if (!isGood || !object) return refused("400", "InvalidJWT", "invalid");
      return new Response(new Uint8Array(object.bytes), {
        headers: { "content-type": object.type },
      });
    }
    if (request.headers.get("apikey") !== secret) return refused("403", "Unauthorized", "no");
    if (storage.isFull) return refused("500", "Internal", "no space left");
    if (path.startsWith("sign/")) {
      const signed = path.slice(5);
      if (!objects.has(signed)) return refused("404", "not_found", "Object not found");
      const token = signed.replaceAll("/", ".");
      return Response.json({ signedURL: `/object/sign/${signed}?token=${token}` });
    }
    if (path.startsWith("list/")) {
      const { prefix, offset, limit } = await request.json();
      return Response.json(listed(objects, path.slice(5), prefix).slice(offset, offset + limit));
    }
    if (path === "copy") {
      const { bucketId, sourceKey, destinationKey } = await request.json();
      const object = objects.get(`${bucketId}/${sourceKey}`);
      if (!object) return refused("404", "not_found", "Object not found");
      if (objects.has(`${bucketId}/${destinationKey}`)) {
        return refused("409", "Duplicate", "The resource already exists");
      }
      objects.set(`${bucketId}/${destinationKey}`, { ...object });
      return Response.json({ Key: `${bucketId}/${destinationKey}` });
    }
    if (request.method === "DELETE") {
      const { prefixes } = await request.json() as { prefixes: string[] };
      const gone = prefixes.filter((name) => objects.delete(`${path}/${name}`));
      return Response.json(gone.map((name) => ({ name })));
    }
    const type = request.headers.get("content-type") ?? "";
    const bytes = await request.bytes();
    objects.set(path, { bytes, type, updated_at: new Date().toISOString() });
    return Response.json({ Id: crypto.randomUUID(), Key: path });
  };
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, answer);
  const storage: FakeStorage = {
    url: `http://127.0.0.1:${server.addr.port}`,
    objects,
    isFull: false,
    close: () => server.shutdown(),
  };
  return storage;
}

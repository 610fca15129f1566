import { join } from "node:path";
import { createClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Call } from "./calls.ts";

/** Where the bytes of artifacts lie: the local folder and the buckets of Storage. */
export interface ByteStore {
  /** The bytes of a location, undefined when they are gone. @throws Error when it cannot be reached */
  read(location: string): Promise<Uint8Array | undefined>;
  /** Deletes them; what is gone already is no error. @throws Error when it cannot be reached */
  remove(location: string): Promise<void>;
  /** Deletes what else lies in a tenant's own folder here, without a row. */
  removeFolder(tenantId: string): Promise<void>;
}

const pageSchema = z.object({
  bytes: z.array(z.object({ location: z.string(), is_shared: z.boolean() })),
  next: z.string().nullable(),
});

/** Where the bytes of a tenant's artifacts are, page by page. @throws CallError */
export async function* bytesOf(call: Call, tenant_id: string) {
  for (let after: string | null = null;;) {
    const page: z.output<typeof pageSchema> = pageSchema.parse(
      await call("list_tenant_bytes", { tenant_id, after }),
    );
    yield* page.bytes;
    after = page.next;
    if (after === null) return;
  }
}

/** Where Storage is reached. */
export interface StorageAddress {
  readonly url: string;
  readonly key: string;
}

/** A hash, maybe below the folder of its tenant: never a path that leads away. */
const localPath = /^local:((?:[0-9a-f-]{36}\/)?[0-9a-f]{64})$/;
const storagePath = /^storage:([^/]+)\/(.+)$/;

const unlessGone = (thrown: unknown): undefined => {
  if (!(thrown instanceof Deno.errors.NotFound)) throw thrown;
};

/** The bytes in a local folder and, where its address is known, in Storage. */
export function byteStore(folder: string, storage: StorageAddress | undefined): ByteStore {
  const bucketOf = (location: string) => {
    const [, bucket = "", path = ""] = storagePath.exec(location) ?? [];
    if (!storage || bucket === "") {
      throw new Error(`Cannot reach ${location}: give --url https://… and --key, or SUPABASE_URL`);
    }
    const auth = { persistSession: false, autoRefreshToken: false };
    return { path, objects: createClient(storage.url, storage.key, { auth }).storage.from(bucket) };
  };
  const fileOf = (location: string) => {
    const path = localPath.exec(location)?.[1];
    return path === undefined ? undefined : join(folder, path);
  };
  return {
    async read(location) {
      const file = fileOf(location);
      if (file !== undefined) return await Deno.readFile(file).catch(unlessGone);
      const { path, objects } = bucketOf(location);
      const { data, error } = await objects.download(path);
      if (error && /not.?found/i.test(`${error.name} ${error.message}`)) return undefined;
      if (error) throw new Error(`Cannot read ${location}: ${error.message}`);
      return new Uint8Array(await data.arrayBuffer());
    },
    async remove(location) {
      const file = fileOf(location);
      if (file !== undefined) return await Deno.remove(file).catch(unlessGone);
      const { path, objects } = bucketOf(location);
      const { error } = await objects.remove([path]);
      if (error) throw new Error(`Cannot delete ${location}: ${error.message}`);
    },
    async removeFolder(tenantId) {
      await Deno.remove(join(folder, tenantId), { recursive: true }).catch(unlessGone);
    },
  };
}

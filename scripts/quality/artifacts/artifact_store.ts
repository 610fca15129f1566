import { join } from "@std/path";
import type { SupabaseClient } from "@supabase/supabase-js";
import { typeOf } from "../../../functions/_shared/artifacts/media_type.ts";

/** Where the bytes of an artifact went: as the function artifacts keeps and serves them. */
export interface StoredBytes {
  sha256: string;
  sizeBytes: number;
  /** `local:<tenant>/<sha256>` or `storage:<bucket>/<tenant>/<sha256>`. */
  location: string;
}

/** A place for bytes, by tenant and by what they hash to: storing the same twice keeps one. */
export interface ArtifactStore {
  /** @throws when the place cannot be reached or written */
  put(tenantId: string, bytes: Uint8Array, mediaType: string): Promise<StoredBytes>;
  /** Whether there are bytes at a location that `put` told. */
  has(location: string): Promise<boolean>;
}

/** Lower-case hex SHA-256. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toHex();
}

/** Bytes as files named by their hash, written in one step. */
export function folderStore(folder: string): ArtifactStore {
  return {
    async put(tenantId, bytes) {
      const sha256 = await sha256Of(bytes);
      const incoming = join(folder, "incoming");
      for (const name of [incoming, join(folder, tenantId)]) {
        await Deno.mkdir(name, { recursive: true });
      }
      const half = join(incoming, crypto.randomUUID());
      await Deno.writeFile(half, bytes, { mode: 0o600, createNew: true });
      await Deno.rename(half, join(folder, tenantId, sha256));
      return { sha256, sizeBytes: bytes.length, location: `local:${tenantId}/${sha256}` };
    },
    async has(location) {
      const path = join(folder, location.slice("local:".length));
      return await Deno.stat(path).then(() => true, () => false);
    },
  };
}

/** Bytes in a bucket of Supabase Storage, which must exist and should be private. */
export function bucketStore(client: SupabaseClient, bucket: string): ArtifactStore {
  return {
    async put(tenantId, bytes, mediaType) {
      const sha256 = await sha256Of(bytes);
      const path = `${tenantId}/${sha256}`;
      const { error } = await client.storage.from(bucket).upload(path, new Uint8Array(bytes), {
        contentType: typeOf(mediaType).type,
        upsert: true,
      });
      if (error) {
        throw new Error(`Cannot store an artifact in the bucket ${bucket}: ${error.message}`);
      }
      return { sha256, sizeBytes: bytes.length, location: `storage:${bucket}/${path}` };
    },
    async has(location) {
      const { data } = await client.storage.from(bucket)
        .exists(location.slice(`storage:${bucket}/`.length));
      return data;
    },
  };
}

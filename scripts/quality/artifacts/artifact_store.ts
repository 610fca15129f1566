import { join } from "@std/path";
import type { SupabaseClient } from "@supabase/supabase-js";

/** Where the bytes of an artifact went. */
export interface StoredBytes {
  sha256: string;
  sizeBytes: number;
  /** `local:<sha256>` or `storage:<bucket>/<path>`. */
  location: string;
}

/** A place for bytes, addressed by what they hash to: storing the same twice keeps one. */
export interface ArtifactStore {
  /** @throws when the place cannot be reached or written */
  put(bytes: Uint8Array, mediaType: string): Promise<StoredBytes>;
}

/** Lower-case hex SHA-256. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes))).toHex();
}

/** Bytes as files named by their hash, written in one step. */
export function folderStore(folder: string): ArtifactStore {
  return {
    async put(bytes) {
      const sha256 = await sha256Of(bytes);
      const path = join(folder, sha256);
      const known = await Deno.stat(path).catch(() => undefined);
      if (known?.size !== bytes.length) {
        await Deno.mkdir(folder, { recursive: true });
        const half = `${path}.${crypto.randomUUID()}`;
        await Deno.writeFile(half, bytes, { mode: 0o600 });
        await Deno.rename(half, path);
      }
      return { sha256, sizeBytes: bytes.length, location: `local:${sha256}` };
    },
  };
}

/** Bytes in a bucket of Supabase Storage, which must exist and should be private. */
export function bucketStore(client: SupabaseClient, bucket: string): ArtifactStore {
  return {
    async put(bytes, mediaType) {
      const sha256 = await sha256Of(bytes);
      const path = `quality/${sha256.slice(0, 2)}/${sha256}`;
      const { error } = await client.storage.from(bucket).upload(path, new Uint8Array(bytes), {
        contentType: mediaType,
        upsert: true,
      });
      if (error) {
        throw new Error(`Cannot store an artifact in the bucket ${bucket}: ${error.message}`);
      }
      return { sha256, sizeBytes: bytes.length, location: `storage:${bucket}/${path}` };
    },
  };
}

import { createClient } from "@supabase/supabase-js";
import { readEnvironment } from "../platform/env.ts";
import { harmless, typeOf } from "./media_type.ts";
import { isDuplicate, isGone, seenFromOutside, told } from "./storage_answers.ts";
import {
  type ArtifactStore,
  hashName,
  notThere,
  shuffled,
  storeFailed,
  tenantFolder,
} from "./store.ts";

/** Seconds that Storage's own link lives: it is followed at once. */
const signedSeconds = 60;
const page = 1000;

/** Bytes as objects `<tenant>/<sha256>` of a private bucket of Supabase Storage. */
export function bucketStore(bucket: string): ArtifactStore {
  const { url, secretKey } = readEnvironment(["url", "secretKey"]);
  const auth = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
  const objects = createClient(url, secretKey, { auth }).storage.from(bucket);
  const pathOf = (location: string) => location.slice(`storage:${bucket}/`.length);

  async function* lotsOf(folder: string) {
    for (let offset = 0;; offset += page) {
      const sortBy = { column: "name", order: "asc" };
      const lot = await told(objects.list(folder, { limit: page, offset, sortBy }));
      yield lot;
      if (lot.length < page) return;
    }
  }
  const isBefore = (at: string | null | undefined, moment: number) =>
    at != null && Date.parse(at) < moment;

  return {
    bucket,
    async receive(body, mediaType) {
      const path = `incoming/${crypto.randomUUID()}`;
      const discard = async () => void await objects.remove([path]);
      // Storage is told the harmless type: it must not serve as a page what came as one.
      const contentType = typeOf(mediaType).type;
      try {
        const { error } = await objects.upload(path, body.stream, { contentType, duplex: "half" });
        if (error) throw error;
      } catch (thrown) {
        await discard().catch(() => {});
        throw body.failure() ?? storeFailed(thrown);
      }
      return {
        discard,
        async place(tenantId, sha256) {
          const { error } = await objects.copy(path, `${tenantId}/${sha256}`);
          if (error && !isDuplicate(error)) throw storeFailed(error);
        },
      };
    },
    async serve({ artifact_id, location, name, media_type }) {
      const { disposition } = typeOf(media_type);
      const options = disposition === "attachment" ? { download: name } : {};
      const { data, error } = await objects.createSignedUrl(
        pathOf(location),
        signedSeconds,
        options,
      );
      if (error) throw isGone(error) ? notThere(artifact_id) : storeFailed(error);
      const headers = { ...harmless, location: seenFromOutside(data.signedUrl) };
      return new Response(null, {
        status: 302,
        headers: { ...headers, "cache-control": "private, no-store" },
      });
    },
    async *olderThan(moment) {
      const folders: string[] = [];
      for await (const lot of lotsOf("")) {
        folders.push(...lot.map(({ name }) => name).filter((name) => tenantFolder.test(name)));
      }
      for (const folder of shuffled(folders)) {
        // Whole first: what is deleted meanwhile would move the pages.
        const names: string[] = [];
        for await (const lot of lotsOf(folder)) {
          const old = lot.filter((one) =>
            hashName.test(one.name) && isBefore(one.updated_at, moment)
          );
          names.push(...old.map(({ name }) => `storage:${bucket}/${folder}/${name}`));
        }
        for (let at = 0; at < names.length; at += 500) yield names.slice(at, at + 500);
      }
    },
    async remove(locations) {
      await told(objects.remove(locations.map(pathOf)));
    },
    async clearIncoming(moment) {
      const paths: string[] = [];
      for await (const lot of lotsOf("incoming")) {
        const old = lot.filter(({ updated_at }) => isBefore(updated_at, moment));
        paths.push(...old.map(({ name }) => `incoming/${name}`));
      }
      for (let at = 0; at < paths.length; at += page) {
        await told(objects.remove(paths.slice(at, at + page)));
      }
      return paths.length;
    },
  };
}

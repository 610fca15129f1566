import { join } from "@std/path";
import {
  type ArtifactStore,
  hashName,
  notThere,
  shuffled,
  storeFailed,
  tenantFolder,
} from "./store.ts";
import { serveFile } from "./serve_file.ts";

const isOurs = (path: string) =>
  hashName.test(path) || (tenantFolder.test(path.slice(0, 36)) && hashName.test(path.slice(37)));

/** The file of a location; undefined where it is none of this store. */
function pathOf(folder: string, location: string): string | undefined {
  const path = location.startsWith("local:") ? location.slice(6) : "";
  return isOurs(path) ? join(folder, path) : undefined;
}

const gone = (thrown: unknown) => {
  if (!(thrown instanceof Deno.errors.NotFound)) throw thrown;
  return undefined;
};

async function* entriesOf(folder: string): AsyncIterable<Deno.DirEntry> {
  try {
    yield* Deno.readDir(folder);
  } catch (thrown) {
    gone(thrown);
  }
}

/** Whether a file was written before a moment; false for one that is gone meanwhile. */
async function isOlder(path: string, moment: number): Promise<boolean> {
  const info = await Deno.stat(path).catch(gone);
  return info !== undefined && (info.mtime?.getTime() ?? 0) < moment;
}

/** Bytes as files `<tenant>/<sha256>` of a folder. */
export function folderStore(folder: string): ArtifactStore {
  const incoming = join(folder, "incoming");
  return {
    bucket: null,
    async receive(body) {
      const path = join(incoming, crypto.randomUUID());
      const discard = async () => void await Deno.remove(path).catch(gone);
      try {
        await Deno.mkdir(incoming, { recursive: true });
        using file = await Deno.open(path, { write: true, createNew: true, mode: 0o600 });
        for await (let piece of body.stream) {
          while (piece.length > 0) piece = piece.subarray(await file.write(piece));
        }
        await file.sync(); // the row comes after: it must not outlive its bytes
      } catch (thrown) {
        await discard().catch(() => {});
        throw body.failure() ?? storeFailed(thrown);
      }
      return {
        discard,
        async place(tenantId, sha256) {
          try {
            await Deno.mkdir(join(folder, tenantId), { recursive: true });
            await Deno.link(path, join(folder, tenantId, sha256));
          } catch (thrown) {
            if (!(thrown instanceof Deno.errors.AlreadyExists)) throw storeFailed(thrown);
          }
        },
      };
    },
    async serve(artifact, request) {
      const path = pathOf(folder, artifact.location);
      const file = path && await Deno.open(path).catch(gone);
      if (!file) throw notThere(artifact.artifact_id);
      return await serveFile(file, artifact, request);
    },
    async *olderThan(moment) {
      const folders = [""]; // what is older than folders of tenants lies at the top
      for await (const { name, isDirectory } of entriesOf(folder)) {
        if (isDirectory && tenantFolder.test(name)) folders.push(`${name}/`);
      }
      for (const within of shuffled(folders)) {
        let lot: string[] = [];
        for await (const { name } of entriesOf(join(folder, within))) {
          if (!hashName.test(name)) continue;
          if (await isOlder(join(folder, within, name), moment)) lot.push(`local:${within}${name}`);
          if (lot.length === 500) {
            yield lot;
            lot = [];
          }
        }
        if (lot.length > 0) yield lot;
      }
    },
    async remove(locations) {
      for (const location of locations) {
        const path = pathOf(folder, location);
        if (path) await Deno.remove(path).catch(gone);
      }
    },
    async clearIncoming(moment) {
      let cleared = 0;
      for await (const { name } of entriesOf(incoming)) {
        if (!await isOlder(join(incoming, name), moment)) continue;
        await Deno.remove(join(incoming, name)).catch(gone);
        cleared++;
      }
      return cleared;
    },
  };
}

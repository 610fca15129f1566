import { CogoError } from "../platform/errors.ts";
import { bucketStore } from "./bucket_store.ts";
import { folderStore } from "./folder_store.ts";
import { bucketName, folderPath } from "./settings.ts";
import { type ArtifactStore, notThere } from "./store.ts";

/** All stores that are set up: the bucket, the folder. */
export function allStores(): ArtifactStore[] {
  const [bucket, folder] = [bucketName(), folderPath()];
  return [...(bucket ? [bucketStore(bucket)] : []), ...(folder ? [folderStore(folder)] : [])];
}

/** Where new artifacts go: the bucket where there is one. @throws CogoError 503 */
export function newStore(): ArtifactStore {
  const [store] = allStores();
  if (store) return store;
  throw new CogoError(
    "artifacts_not_configured",
    "Cannot keep artifacts: there is no store for their bytes",
    "Set ARTIFACTS_BUCKET to the name of a private bucket, or ARTIFACTS_DIR to a folder.",
  );
}

/** Where the bytes of a location are. @throws CogoError artifact_not_found (404) */
export function storeOf(location: string, artifactId: string): ArtifactStore {
  const store = allStores().find(({ bucket }) =>
    location.startsWith(bucket === null ? "local:" : `storage:${bucket}/`)
  );
  if (store) return store;
  throw notThere(artifactId);
}

import type { Pool } from "../platform/pool.ts";
import type { SweepAnswer } from "./contract.ts";
import { storeFailed } from "./store.ts";
import type { ArtifactStore } from "./store.ts";

/** How a sweep goes. */
export interface SweepOptions {
  /** Bytes younger than this stay, whether a row names them or not. Milliseconds. */
  readonly minAgeMs: number;
  /** Milliseconds after which it leaves the rest to the next round. */
  readonly patienceMs: number;
}

/** What broke off is surely dead after this: no upload goes on for an hour. */
const incomingMs = 3_600_000;

/**
 * Deletes bytes that no artifact names. While it deletes, nobody can record the same bytes
 * (`cogo.doom_artifacts`): an upload that comes just then is told to try again.
 * @throws CogoError artifact_store_failed, CallError
 */
export async function sweepArtifacts(
  pool: Pool,
  stores: readonly ArtifactStore[],
  { minAgeMs, patienceMs }: SweepOptions,
): Promise<SweepAnswer> {
  const began = Date.now();
  const done: SweepAnswer = { looked_at: 0, deleted: 0, broken_off: 0, is_whole: true };
  try {
    for (const store of stores) {
      done.broken_off += await store.clearIncoming(began - Math.max(incomingMs, minAgeMs));
      for await (const lot of store.olderThan(began - minAgeMs)) {
        if (Date.now() - began > patienceMs) return { ...done, is_whole: false };
        const doomed = await pool.callInside("doom_artifacts", { locations: lot }) as string[];
        done.looked_at += lot.length;
        await store.remove(doomed);
        await pool.callInside("artifacts_swept", { locations: doomed, is_last: false });
        done.deleted += doomed.length;
      }
    }
    await pool.callInside("artifacts_swept", { locations: [], is_last: true });
    return done;
  } catch (thrown) {
    throw thrown instanceof Error && thrown.name === "CallError" ? thrown : storeFailed(thrown);
  }
}

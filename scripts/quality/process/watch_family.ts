import { setTimeout as delay } from "node:timers/promises";
import { folderBytes } from "./folder_bytes.ts";
import type { Limits, StoppedBy } from "./limits.ts";
import type { ProcessFamily } from "./process_family.ts";

/** The most that a family used at any look. */
export interface Peaks {
  memoryMb: number;
  processes: number;
}

const sampleMs = 150;
const looksPerFolderCount = 20;

/** Looks at a family until `ended` aborts; calls `stop` when it is over a limit. */
export async function watchFamily(
  family: ProcessFamily,
  scratch: string,
  limits: Limits,
  ended: AbortSignal,
  stop: (why: StoppedBy) => void,
): Promise<Peaks> {
  const peaks: Peaks = { memoryMb: 0, processes: 0 };
  const allowed = (await folderBytes(scratch)) + limits.disk_mb * 1024 * 1024;

  for (let look = 1; !ended.aborted; look++) {
    const members = await family.members();
    const memoryMb = members.reduce((sum, row) => sum + row.rss, 0) / 1024 / 1024;
    peaks.memoryMb = Math.max(peaks.memoryMb, memoryMb);
    peaks.processes = Math.max(peaks.processes, members.length);
    if (memoryMb > limits.memory_mb) stop("memory");
    if (members.length > limits.processes) stop("processes");
    if (look % looksPerFolderCount === 0 && (await folderBytes(scratch, allowed + 1)) > allowed) {
      stop("disk");
    }
    await delay(sampleMs, undefined, { signal: ended }).catch(() => {});
  }

  return peaks;
}

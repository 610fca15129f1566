import { join } from "node:path";
import { bytesOf, type ByteStore } from "./byte_store.ts";
import {
  type Call,
  erasingSchema,
  type Erasure,
  offboardingSchema,
  type Trace,
  tracesInTables,
} from "./calls.ts";
import { exportTenant } from "./export_folder.ts";
import { tracesInFiles } from "./traces_in_files.ts";

/** Settings of {@link offboard}. */
export interface OffboardOptions {
  readonly tenantId: string;
  /** Where the export goes; undefined = there is to be none. */
  readonly out: string | undefined;
  /** Of package.json. */
  readonly product: string;
  /** Files and folders that are scanned beside the tables: data, logs. */
  readonly scanned: readonly string[];
  /** Milliseconds between two looks while work ends; 2000 by default. */
  readonly pollMs?: number;
  /** Hears what is being done. */
  readonly say?: (line: string) => void;
}

/** What was seen in the end. */
export interface Offboarded {
  readonly erasure: Erasure;
  /** SHA-256 of the export's manifest; null = it was waived, or taken in a call that was killed. */
  readonly export_sha256: string | null;
  readonly bytes_deleted: number;
  readonly traces: Trace[];
}

/**
 * Ends a tenant's work, exports, deletes and scans. Called again after it was killed, it goes on.
 * @throws CallError, and Error when the folder is not empty or bytes cannot be reached
 */
export async function offboard(
  call: Call,
  store: ByteStore,
  { tenantId, out, product, scanned, pollMs = 2000, say = () => {} }: OffboardOptions,
): Promise<Offboarded> {
  const tenant = { tenant_id: tenantId };
  const { state, ids } = await ended(call, tenantId, pollMs, say);

  let export_sha256: string | null = null;
  // Once rows are gone, no export is whole: the one before has been taken, or waived.
  if (out !== undefined && state !== "erasing") {
    say(`exports into ${out}`);
    const onPart = (part: string, rows: number) => rows > 0 && say(`  ${part}: ${rows}`);
    export_sha256 = await exportTenant(call, store, out, { tenantId, product, onPart });
  }

  // Bytes first: the rows say where they are, so that who is killed in between finds them again.
  say("deletes artifacts");
  let bytes_deleted = 0;
  for await (const { location, is_shared } of bytesOf(call, tenantId)) {
    if (is_shared) continue;
    await store.remove(location);
    bytes_deleted++;
  }
  await store.removeFolder(tenantId);

  say("erases");
  const waive_export = out === undefined;
  const erasure = await erased(call, { ...tenant, export_sha256, waive_export }, say);

  say("scans");
  // An export is the tenant's own and may lie where something is scanned.
  const outside = out === undefined ? "" : join(out, "/");
  const files = await tracesInFiles(scanned, [tenantId, ...ids]);
  const traces = [
    ...await tracesInTables(call, tenantId, ids),
    ...files.filter(({ place }) => outside === "" || !place.startsWith(outside)),
  ];
  return { erasure, export_sha256, bytes_deleted, traces };
}

async function ended(
  call: Call,
  tenant_id: string,
  pollMs: number,
  say: (line: string) => void,
) {
  for (let toldAt = 0;;) {
    const leaving = offboardingSchema.parse(await call("start_offboarding", { tenant_id }));
    if (leaving.state !== "ending") return leaving;
    const left = Date.parse(leaving.erasable_at ?? "") - Date.now();
    if (Date.now() - toldAt > 30_000) {
      toldAt = Date.now();
      const minutes = Math.ceil(Math.max(left, 0) / 60_000);
      say(`its work ends; tokens that were given out live for ${minutes} more minutes`);
    }
    if (!leaving.has_met_work) await wait(pollMs);
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function erased(call: Call, args: object, say: (line: string) => void): Promise<Erasure> {
  for (let [toldAt, before] = [Date.now(), 0];;) {
    const answer = erasingSchema.parse(await call("erase_tenant", args));
    if (answer.is_erased) return answer;
    const rows = Object.values(answer.erased).reduce((sum, one) => sum + one, 0);
    if (Date.now() - toldAt > 2000) {
      toldAt = Date.now();
      say(`  ${rows} rows`);
    }
    // Nothing went: somebody holds a lock, or the reaper is still to come.
    if (rows === before) await wait(200);
    before = rows;
  }
}

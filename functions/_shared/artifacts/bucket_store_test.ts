// needs: an environment of its own, which files that run beside each other share
import assert from "@std/assert";
import type { Pool } from "../platform/pool.ts";
import { bucketStore } from "./bucket_store.ts";
import type { ArtifactLine } from "./contract.ts";
import { type FakeStorage, openFakeStorage } from "./fake_storage.ts";
import { measured } from "./measured.ts";
import { sweepArtifacts } from "./sweep.ts";

const secret = "sb_secret_of_the_storage_test";
const tenant = "22222222-2222-4222-8222-222222222222";
const limits = { mostBytes: 100, idleMs: 1000 };
const bodyOf = (text: string) => new Blob([text]).stream();

async function withStorage(use: (storage: FakeStorage) => Promise<void>) {
  const storage = openFakeStorage(secret);
  const before = Deno.env.toObject();
  Deno.env.set("SUPABASE_URL", storage.url);
  Deno.env.set("SUPABASE_SECRET_KEYS", JSON.stringify({ default: secret }));
  try {
    await use(storage);
  } finally {
    for (const name of ["SUPABASE_URL", "SUPABASE_SECRET_KEYS"]) {
      if (before[name] === undefined) Deno.env.delete(name);
      else Deno.env.set(name, before[name]);
    }
    await storage.close();
  }
}

async function keep(text: string, mediaType = "text/html"): Promise<ArtifactLine> {
  const body = measured(bodyOf(text), limits);
  const incoming = await bucketStore("artifacts").receive(body, mediaType);
  const { sha256, sizeBytes } = body.told();
  await incoming.place(tenant, sha256);
  await incoming.discard();
  return {
    artifact_id: crypto.randomUUID(),
    name: "report.html",
    kind: "other",
    media_type: mediaType,
    size_bytes: sizeBytes,
    sha256,
    job_id: 1,
    location: `storage:artifacts/${tenant}/${sha256}`,
    url: "",
  };
}

Deno.test("artifacts in Storage: kept once under tenant and hash, with a type that cannot run", () =>
  withStorage(async (storage) => {
    const one = await keep("<script>alert(1)</script>");
    await keep("<script>alert(1)</script>");
    assert.deepEqual([...storage.objects.keys()], [`artifacts/${tenant}/${one.sha256}`]);
    const [object] = storage.objects.values();
    assert.equal(object!.type, "text/plain; charset=utf-8");
    const request = new Request("http://localhost/artifacts/x");
    const answer = await bucketStore("artifacts").serve(one, request);
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get("cache-control"), "private, no-store");
    const read = await fetch(answer.headers.get("location")!);
    assert.equal(await read.text(), "<script>alert(1)</script>");
    const download = await bucketStore("artifacts").serve({ ...one, media_type: "a/b" }, request);
    assert.match(download.headers.get("location")!, /&download=report\.html$/);
    const gone = { ...one, location: `storage:artifacts/${tenant}/${"0".repeat(64)}` };
    await assert.rejects(bucketStore("artifacts").serve(gone, request), /no such artifact/);
  }));

Deno.test("artifacts in Storage: what is too large or refused leaves nothing, and is told as it is", () =>
  withStorage(async (storage) => {
    const body = measured(bodyOf("x".repeat(101)), limits);
    await assert.rejects(
      bucketStore("artifacts").receive(body, "text/plain"),
      /more than 100 bytes/,
    );
    storage.isFull = true;
    await assert.rejects(keep("text"), /the store failed/);
    assert.equal(storage.objects.size, 0);
  }));

Deno.test("artifacts in Storage: a sweep takes what is old and has no row, and uploads that broke off", () =>
  withStorage(async (storage) => {
    const [needed, old, young] = await Promise.all(
      ["needed", "old", "young"].map((text) => keep(text)),
    );
    const anyone = { bytes: new Uint8Array(), type: "", updated_at: "2026-01-01T00:00:00Z" };
    storage.objects.set("artifacts/incoming/half", { ...anyone });
    storage.objects.set("artifacts/notes/readme", { ...anyone });
    for (const { sha256 } of [needed!, old!]) {
      storage.objects.get(`artifacts/${tenant}/${sha256}`)!.updated_at = "2026-01-01T00:00:00Z";
    }
    const calls: string[] = [];
    const pool = {
      callInside(name: string, args: { locations: string[] }) {
        calls.push(name);
        return Promise.resolve(args.locations.filter((place) => place !== needed!.location));
      },
    } as unknown as Pool;
    const options = { minAgeMs: 3_600_000, patienceMs: 5000 };
    const done = await sweepArtifacts(pool, [bucketStore("artifacts")], options);
    assert.deepEqual(done, { looked_at: 2, deleted: 1, broken_off: 1, is_whole: true });
    assert.deepEqual(calls, ["doom_artifacts", "artifacts_swept", "artifacts_swept"]);
    assert.deepEqual(
      [...storage.objects.keys()].toSorted(),
      ["notes/readme", ...[needed!, young!].map(({ sha256 }) => `${tenant}/${sha256}`)]
        .map((path) => `artifacts/${path}`).toSorted(),
    );
  }));

import assert from "@std/assert";
import { readSourceTree } from "./source_tree.ts";

// The functions and types of pgmq 1.5.1, the newest that hosted projects have. The embedded stack
// carries a newer one, so running there proves nothing.
const known = new Set(
  ("create create_non_partitioned create_unlogged create_partitioned drop_queue list_queues " +
    "validate_queue_name purge_queue detach_archive send send_batch read read_with_poll pop set_vt " +
    "archive delete metrics metrics_all message_record queue_record metrics_result meta").split(
      " ",
    ),
);

/** Names of schema pgmq in a file, comments left out; what open_lanes makes (`q_…`, `cogo_…`) is known. */
function pgmqNames(sql: string): string[] {
  const code = sql.replaceAll(/--.*$/gm, "").replaceAll(/comment on [^;]*;/g, "");
  return [...code.matchAll(/\bpgmq\.\s*("?)([a-z_]\w*)\1/g)].map((match) => match[2] ?? "")
    .filter((name) => !/^([qaf]|cogo)_/.test(name));
}

Deno.test("pgmq: sql/ uses only what pgmq 1.5.1 has", async () => {
  const files = await readSourceTree();
  assert.ok(files.length > 0);
  for (const { path, sql } of files) {
    for (const name of pgmqNames(sql)) assert.ok(known.has(name), `${path} uses pgmq.${name}`);
  }
});

Deno.test("pgmq: the scan sees calls, and neither comments nor tables of queues", () => {
  assert.deepEqual(pgmqNames("perform pgmq.send_topic('x'); -- pgmq.never"), ["send_topic"]);
  assert.deepEqual(pgmqNames("select * from pgmq.q_cogo_default_normal, pgmq.a_x"), []);
});

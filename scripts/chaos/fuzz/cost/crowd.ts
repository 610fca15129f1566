import type { Sql } from "postgres";
import { victim as crowd } from "../tenants/sides.ts";

/** Rows of others are later than a quiet tenant's, so that whoever reads from the newest meets them first. */
const base = 1_000_000_000;

/** By table: what a copy of one of the crowd's rows differs in; `n` counts from 1. */
const copies: Readonly<Record<string, string>> = {
  jobs: `'id', ${base} + n, 'created_at', cogo.now_() + n * interval '1 millisecond'`,
  events:
    `'id', ${base} + n, 'ts', cogo.now_() + n * interval '1 millisecond', 'job_ids', array[${base} + n]`,
  attempts: `'job_id', ${base} + n, 'finished_at', cogo.now_()`,
  messages: `'id', ${2 * base} + n`,
  dead_letters: `'job_id', ${base} + n, 'dead_at', cogo.now_() + n * interval '1 millisecond'`,
  workflows:
    `'id', ${base} + n, 'idempotency_hash', null, 'state', 'succeeded', 'finished_at', cogo.now_(), 'created_at', cogo.now_()`,
  quality_runs:
    `'id', gen_random_uuid(), 'run_number', 10 + n, 'created_at', cogo.now_() + n * interval '1 millisecond'`,
  access_audit: `'audit_id', ${base} + n`,
  routing_decisions:
    `'decision_id', cogo.uuid_v7(cogo.now_() + n * interval '1 millisecond', n), 'key_hash', null`,
  reservations:
    `'decision_id', cogo.uuid_v7(cogo.now_() + n * interval '1 millisecond', n), 'grant_hash', null`,
  agents: `'agent_id', gen_random_uuid(), 'name', 'crowd ' || n`,
  members: `'user_id', md5('crowd ' || n)::uuid`,
  worker_devices: `'device_id', ${base} + n, 'worker', 'crowd ' || n`,
  worker_heartbeats: `'device_id', ${base} + n`,
  schedules: `'id', ${base} + n, 'name', 'crowd-' || n`,
  subscriptions: `'id', ${base} + n, 'name', 'crowd-' || n`,
};

/** Tables of which a project has fewer rows: one for so many of the others. */
const fewer: Readonly<Record<string, number>> = {
  agents: 20,
  members: 20,
  worker_devices: 20,
  worker_heartbeats: 20,
  schedules: 20,
  subscriptions: 100,
};

/** Puts `rows` rows of other tenants into every table whose lists tenants read. */
export async function plantCrowd(owner: Sql, rows: number): Promise<void> {
  await owner.unsafe("set session_replication_role = replica");
  for (const [table, changes] of Object.entries(copies)) {
    const count = Math.ceil(rows / (fewer[table] ?? 1));
    const tenants = ["attempts", "worker_heartbeats"].includes(table)
      ? "true"
      : `one.tenant_id = '${crowd.tenant}'`;
    await owner.unsafe(`
      insert into cogo.${table} overriding system value
      select made.*
      from (select one as like_it from cogo.${table} as one where ${tenants} limit 1) as found,
        generate_series(1, ${count}) as n,
        lateral jsonb_populate_record(like_it, jsonb_build_object(${changes})) as made`);
  }
  await owner.unsafe(`
    set session_replication_role = origin;
    select setval('cogo.jobs_id_seq', ${base} + ${rows}), setval('cogo.events_id_seq', ${
    2 * base
  } + ${rows})`);
  const tables = Object.keys(copies).map((table) => `cogo.${table}`);
  await owner.unsafe(`vacuum analyze ${tables.join(", ")}`);
}

import assert from "node:assert/strict";
import { messageViolations } from "../../messages/mod.ts";
import type { JsonObject } from "../job.ts";
import type { Case } from "./engine.ts";

export const eventCases: Case[] = [
  ["every event of every job above holds MESSAGE_SCHEMA_V1, in zod and in SQL", async (engine) => {
    const jobs = await engine.sql("select id::int as id, type from cogo.jobs order by id");
    const kinds = new Set<string>();
    const sampled = jobs.filter((job, place) =>
      jobs[place - 1]?.type !== job.type || place % 40 === 0
    );
    for (const job of sampled) {
      const rows = await engine.sql(
        "select to_jsonb(event) as event from api.job_events($1) as event",
        [job.id],
      );
      const events = rows.map((row) => row.event as JsonObject);
      assert.ok(events.length > 0);
      for (const event of events) {
        kinds.add(String(event.type));
        assert.deepEqual(messageViolations(event), [], JSON.stringify(event));
        const found = await engine.sql("select * from cogo.message_violations($1::text::jsonb)", [
          JSON.stringify(event),
        ]);
        assert.deepEqual(found, []);
      }
    }
    for (
      const kind of ["enqueued", "claimed", "started", "succeeded", "retried", "dead_lettered"]
    ) {
      assert.ok(kinds.has(`job_${kind}`), `there was a job_${kind}`);
    }
    for (const kind of ["released", "lease_expired", "cancelled"]) {
      assert.ok(kinds.has(`job_${kind}`), `there was a job_${kind}`);
    }
  }],
  ["the engine's invariants hold after all of it", async (engine) => {
    assert.deepEqual(await engine.sql("select * from cogo.verify()"), []);
  }],
];

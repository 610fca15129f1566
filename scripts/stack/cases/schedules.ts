import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { Case } from "../test_stack.ts";

/** The ticking of schedules. */
export const scheduleCases: Case[] = [
  ["schedules tick, and a faulty one is told of once", async ({ stack, notices }) => {
    const ticks = async () => {
      const rows = await stack.database.executor.query("select count(*)::int as n from cogo.ticks");
      return Number(rows[0]?.n);
    };
    const before = await ticks();
    await pause(2500);
    assert.ok(await ticks() >= before + 2, "two ticks in 2.5 s");
    const told = notices.filter((line) => line.includes("schedule faulty failed"));
    assert.deepEqual(told, ["  schedule faulty failed: it never works"]);
  }],
];

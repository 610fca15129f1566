import assert from "node:assert/strict";
import { isoTimestamp } from "./driver_types.ts";

Deno.test("a timestamp reads as ISO 8601, whatever its offset and fraction; the rest stays", () => {
  for (
    const [given, wanted] of [
      ["2026-11-23 22:12:10.08+00", "2026-11-23T22:12:10.08+00:00"],
      ["2026-11-23 22:12:10-05", "2026-11-23T22:12:10-05:00"],
      ["2026-11-23 22:12:10.123456+05:30", "2026-11-23T22:12:10.123456+05:30"],
      ["2026-11-23 22:12:10", "2026-11-23T22:12:10"],
      ["0044-03-15 12:00:00+00 BC", "0044-03-15T12:00:00+00:00 BC"],
      ["12026-11-23 22:12:10+00", "12026-11-23T22:12:10+00:00"],
      ["infinity", "infinity"],
      ["-infinity", "-infinity"],
    ] as const
  ) assert.equal(isoTimestamp(given), wanted);
});

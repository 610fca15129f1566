import assert from "@std/assert";
import { spendData } from "./page/overview/spend.js";

const budget = { forecast_nano: 1_234_567, limit_nano: 2_000_000 };
const foretold = (exhausted_at: string | null, at: string) =>
  spendData({ budgets: [{ ...budget, exhausted_at }], models: [], at }).budgets[0];

Deno.test("spend: a budget's end is a moment, whatever zone the database writes it in", () => {
  const ahead = foretold("2026-11-26T01:30:20.5+01:00", "2026-11-26T00:29:00+00:00");
  assert.deepEqual(
    [ahead?.exhausted_at, ahead?.is_exhausted],
    [Date.parse("2026-11-26T00:30:00Z"), false],
  );
  assert.equal(foretold("2026-11-26T01:30:00+01:00", "2026-11-26T00:30:00Z")?.is_exhausted, true);
  assert.equal(foretold("2026-11-25T23:00:00-05:00", "2026-11-26T03:00:00Z")?.is_exhausted, false);
  const open = foretold(null, "2026-11-26T00:00:00Z");
  assert.deepEqual([open?.exhausted_at, open?.is_exhausted], [null, false]);
});

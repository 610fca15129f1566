import assert from "@std/assert";
import { estimate } from "./estimate.ts";
import { doubts, judgeQuality } from "./judge.ts";
import { mixOdds, oddsOf, type Sample, unseenOdds, weightOf } from "./samples.ts";
import { makeWorld, measure } from "./simulate.ts";

const usual = { decisions: 10_000, epsilon: 0.05, temperature: 0.2 };
const bounds = { qualityMargin: 0.02, latencyMargin: 0.1 };

Deno.test("both estimators come within .01 of a known truth, means by model do not", () => {
  const found = measure(6, usual);
  assert.ok(found.snips <= 0.01, `SNIPS ${found.snips}`);
  assert.ok(found.dr <= 0.01, `doubly robust ${found.dr}`);
  assert.ok(found.naive > 2 * Math.max(found.snips, found.dr), `naive ${found.naive}`);
  assert.ok(found.estimates.every((one) => doubts("quality", one).length === 0));
});

Deno.test("logging nearly without chance gives no verdict, however good v2 looks", () => {
  for (const seed of [1, 2, 3]) {
    const { samples } = makeWorld({ ...usual, epsilon: 0, temperature: 0.01, seed });
    const found = estimate(samples, 50);
    assert.equal(judgeQuality(found, found, bounds).verdict, "none", `seed ${seed}`);
  }
});

Deno.test("a deterministic log is not taken for evidence because its weights are all alike", () => {
  // Every weight is .3: the effective sample is whole, and 70 % of what v2 does was never seen.
  const samples: Sample[] = Array.from({ length: 400 }, (_, n) => ({
    cluster: `${n}`,
    bucket: "b",
    arm: 1,
    reward: 1,
    logged: new Map([[1, 1]]),
    policies: [new Map([[1, 1]]), new Map([[1, 0.3], [2, 0.7]])],
  }));
  const found = estimate(samples, 50);
  assert.equal(found.v2.effective.toFixed(6), "1.000000");
  const { verdict, reasons } = judgeQuality(found, found, bounds);
  assert.equal(verdict, "none");
  assert.match(reasons.join(), /70\.0 % of what v2 would choose was never tried/);
});

Deno.test("intervals hold the truth, and widen when the decisions are a few conversations", () => {
  const { samples, truth } = makeWorld({ ...usual, decisions: 3000, seed: 7 });
  const found = estimate(samples, 400);
  const v1 = found.v1.dr;
  for (const { low, high, value } of Object.values(found.difference)) {
    assert.ok(low < value && value < high);
    assert.ok(low <= truth - v1 && truth - v1 <= high, `${truth - v1} in ${low} to ${high}`);
  }
  const few = samples.map((sample, n) => ({ ...sample, cluster: `${n % 8}` }));
  assert.match(doubts("quality", estimate(few, 50)).join(), /8 conversations; 30 are needed/);
  assert.deepEqual(estimate(samples, 50), estimate(samples, 50), "the same again");
});

Deno.test("turns of one conversation count together", () => {
  const odds = new Map([[1, 0.5], [2, 0.5]]);
  const one = (n: number, cluster: string): Sample => ({
    cluster,
    bucket: "b",
    arm: 1 + n % 2,
    reward: n % 4 < 2 ? 1 : 0,
    logged: odds,
    policies: [odds, new Map([[1, 0.9], [2, 0.1]])],
  });
  const apart = Array.from({ length: 400 }, (_, n) => one(n, `${n}`));
  const copies = apart.flatMap((sample) => Array.from({ length: 5 }, () => sample));
  const wide = (samples: Sample[]) => {
    const { high, low } = estimate(samples, 300).difference.snips;
    return high - low;
  };
  assert.ok(Math.abs(wide(copies) / wide(apart) - 1) < 0.2, "five copies of a turn say no more");
});

Deno.test("v2 that is worse fails, v2 that is alike passes, what it refuses earns nothing", () => {
  const odds = new Map([[1, 0.5], [2, 0.5]]);
  const log = (policy: Map<number, number>, refuses = 0): Sample[] =>
    Array.from({ length: 2000 }, (_, n) => ({
      cluster: `${n >> 1}`,
      bucket: "b",
      arm: 1 + n % 2,
      reward: n % 2 === 0 ? 0.9 : 0.4,
      logged: odds,
      policies: [odds, n % 100 < refuses ? new Map() : policy],
    }));
  const verdict = (samples: Sample[]) => {
    const found = estimate(samples, 200);
    return judgeQuality(found, estimate(log(odds), 50), bounds).verdict;
  };
  assert.equal(verdict(log(new Map([[1, 0.9], [2, 0.1]]))), "passed");
  assert.equal(verdict(log(odds)), "passed");
  assert.equal(verdict(log(new Map([[1, 0.3], [2, 0.7]]))), "failed");
  assert.equal(verdict(log(odds, 20)), "failed");
});

Deno.test("odds: integer weights, mixtures, weights cut at 50", () => {
  assert.deepEqual([...oddsOf([7, 8, 9], [3, 0, 1])], [[7, 0.75], [9, 0.25]]);
  const mixed = mixOdds([
    { share: 0.75, odds: new Map([[1, 1]]) },
    { share: 0.25, odds: new Map([[1, 0.5], [2, 0.5]]) },
  ]);
  assert.deepEqual([...mixed], [[1, 0.875], [2, 0.125]]);
  const rare: Sample = {
    cluster: "c",
    bucket: "b",
    arm: 1,
    reward: 1,
    logged: new Map([[1, 0.001], [3, 0.999]]),
    policies: [new Map([[3, 1]]), new Map([[1, 0.6], [2, 0.4]])],
  };
  assert.equal(weightOf(rare, 1), 50);
  assert.equal(weightOf(rare, 0), 0);
  assert.equal(unseenOdds(rare, 1), 0.4);
});

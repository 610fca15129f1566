import { seededRandom } from "../chaos/random.ts";
import { type Estimate, estimate } from "./estimate.ts";
import type { Odds, Sample } from "./samples.ts";

/** How policies of a simulated world choose. */
export interface WorldOptions {
  readonly decisions: number;
  /** The least odds of all models together, while decisions are logged. */
  readonly epsilon: number;
  readonly temperature: number;
  readonly seed: number;
}

const arms = 8;
const buckets = 7;
const turns = 3;

/** How decisions spread over buckets: the first are the most frequent. */
const shares = Array.from({ length: buckets }, (_, b) => buckets - b / 2);

function softmax(scores: readonly number[], temperature: number, epsilon: number): Odds {
  const best = Math.max(...scores);
  const raw = scores.map((score) => Math.exp((score - best) / temperature));
  const sum = raw.reduce((total, part) => total + part, 0);
  return new Map(raw.map((part, arm) => [arm, (1 - epsilon) * part / sum + epsilon / arms]));
}

function draw(odds: Iterable<readonly [number, number]>, point: number): number {
  let last = 0;
  for (const [arm, part] of odds) {
    last = arm;
    if ((point -= part) < 0) return arm;
  }
  return last;
}

/** A world in which the true value of v2 is known, and what was logged in it by v1. */
export function makeWorld(options: WorldOptions): { samples: Sample[]; truth: number } {
  const next = seededRandom(options.seed).next;
  const noise = () => next() + next() - 1;
  const quality = Array.from(
    { length: buckets },
    (_, bucket) => Array.from({ length: arms }, () => 0.2 + 0.5 * next() + 0.03 * bucket),
  );
  const believe = (error: number) =>
    quality.map((row) => row.map((value) => value + error * noise()));
  const logged = believe(0.3).map((row) => softmax(row, options.temperature, options.epsilon));
  const wanted = believe(0.2).map((row) => softmax(row, 0.1, 0.02));
  const weight = shares.reduce((sum, share) => sum + share, 0);
  const bucketOdds = shares.map((share, bucket) => [bucket, share / weight] as const);
  const truth = bucketOdds.reduce(
    (sum, [bucket, share]) =>
      sum + share *
        [...wanted[bucket]!].reduce((mean, [arm, odds]) => mean + odds * quality[bucket]![arm]!, 0),
    0,
  );
  const samples: Sample[] = [];
  let bucket = 0;
  for (let n = 0; n < options.decisions; n++) {
    if (n % turns === 0) bucket = draw(bucketOdds, next());
    const arm = draw(logged[bucket]!, next());
    samples.push({
      cluster: `${Math.floor(n / turns)}`,
      bucket: `${bucket}`,
      arm,
      reward: next() < quality[bucket]![arm]! ? 1 : 0,
      logged: logged[bucket]!,
      policies: [logged[bucket]!, wanted[bucket]!],
    });
  }
  return { samples, truth };
}

/** What dashboards show: each model's mean reward, by how often v2 would take it. */
export function naive(samples: readonly Sample[]): number {
  const means = new Map<number, { sum: number; count: number }>();
  for (const { arm, reward } of samples) {
    const mean = means.get(arm) ?? { sum: 0, count: 0 };
    means.set(arm, { sum: mean.sum + reward, count: mean.count + 1 });
  }
  let value = 0;
  for (const { policies } of samples) {
    for (const [arm, odds] of policies[1]) {
      const mean = means.get(arm);
      value += mean ? odds * mean.sum / mean.count : 0;
    }
  }
  return value / samples.length;
}

/** Mean absolute errors over worlds. */
export interface Accuracy {
  readonly worlds: number;
  readonly decisions: number;
  readonly naive: number;
  readonly snips: number;
  readonly dr: number;
  readonly effective: number;
  readonly estimates: readonly Estimate[];
}

/** Estimates v2 in many worlds and tells how far off each way is. */
export function measure(worlds: number, options: Omit<WorldOptions, "seed">): Accuracy {
  const sum = { naive: 0, snips: 0, dr: 0, effective: 0 };
  const estimates: Estimate[] = [];
  for (let seed = 1; seed <= worlds; seed++) {
    const { samples, truth } = makeWorld({ ...options, seed });
    const found = estimate(samples, 20);
    sum.naive += Math.abs(naive(samples) - truth) / worlds;
    sum.snips += Math.abs(found.v2.snips - truth) / worlds;
    sum.dr += Math.abs(found.v2.dr - truth) / worlds;
    sum.effective += found.v2.effective / worlds;
    estimates.push(found);
  }
  return { worlds, decisions: options.decisions, ...sum, estimates };
}

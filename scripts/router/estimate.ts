import { seededRandom } from "../chaos/random.ts";
import { bootstrap, type Interval } from "./bootstrap.ts";
import { crossFit } from "./reward_model.ts";
import { heaviest, type Sample, unseenOdds, weightOf } from "./samples.ts";

/** The value of a policy, twice: `snips` weighs rewards, `dr` corrects a model of them. */
export interface Value {
  readonly snips: number;
  readonly dr: number;
  /** Effective sample: the share of the decisions that the weights leave, 0 to 1. */
  readonly effective: number;
  /** Mean odds of models that could not be logged; of them nothing is known. */
  readonly unseen: number;
  /** How many weights were cut. */
  readonly cut: number;
}

/** Two policies over the same decisions. */
export interface Estimate {
  readonly decisions: number;
  readonly conversations: number;
  readonly logged_mean: number;
  readonly v1: Value;
  readonly v2: Value;
  /** v2 − v1 with its 95 % interval, drawn anew by conversation. */
  readonly difference: { readonly snips: Interval; readonly dr: Interval };
  /** v2 / v1, likewise. */
  readonly ratio: { readonly snips: Interval; readonly dr: Interval };
}

/** Sums of one conversation, from which every figure is made; places are named below. */
type Sums = Float64Array;
const N = 0, WEIGHT = 1, WEIGHED = 3, DOUBLE = 5, ANSWERED = 7, width = 9;

function snips(sums: Sums, policy: 0 | 1): number {
  const weight = sums[WEIGHT + policy]!;
  // A policy that refuses what was answered earns nothing there.
  return weight > 0
    ? (sums[WEIGHED + policy]! / weight) * (sums[ANSWERED + policy]! / sums[N]!)
    : 0;
}

const doubly = (sums: Sums, policy: 0 | 1): number => sums[DOUBLE + policy]! / sums[N]!;

function figures(sums: Sums): number[] {
  const [s1, s2] = [snips(sums, 0), snips(sums, 1)];
  const [d1, d2] = [doubly(sums, 0), doubly(sums, 1)];
  return [s2 - s1, d2 - d1, s2 / s1, d2 / d1];
}

/** Sums by conversation, and each policy's weights. */
function collect(samples: readonly Sample[]) {
  const modelFor = crossFit(samples);
  const byCluster = new Map<string, Sums>();
  const weights = [new Float64Array(samples.length), new Float64Array(samples.length)] as const;
  samples.forEach((sample, place) => {
    let sums = byCluster.get(sample.cluster);
    if (!sums) byCluster.set(sample.cluster, sums = new Float64Array(width));
    const expected = modelFor(sample);
    sums[N]! += 1;
    for (const policy of [0, 1] as const) {
      const weight = weightOf(sample, policy);
      weights[policy][place] = weight;
      sums[WEIGHT + policy]! += weight;
      sums[WEIGHED + policy]! += weight * sample.reward;
      sums[ANSWERED + policy]! += sample.policies[policy].size > 0 ? 1 : 0;
      let value = weight * (sample.reward - expected(sample.bucket, sample.arm));
      for (const [arm, odds] of sample.policies[policy]) {
        value += odds * expected(sample.bucket, arm);
      }
      sums[DOUBLE + policy]! += value;
    }
  });
  return { clusters: [...byCluster.values()], weights };
}

/**
 * Estimates what both policies would have brought where others chose.
 * Pure: the same samples in the same order give the same figures, the intervals too.
 */
export function estimate(samples: readonly Sample[], resamples = 1000): Estimate {
  const { clusters, weights } = collect(samples);
  const total = new Float64Array(width);
  for (const sums of clusters) sums.forEach((sum, place) => total[place]! += sum);
  const value = (policy: 0 | 1): Value => {
    const squares = weights[policy].reduce((sum, weight) => sum + weight * weight, 0);
    const unseen = samples.reduce((sum, sample) => sum + unseenOdds(sample, policy), 0);
    return {
      snips: snips(total, policy),
      dr: doubly(total, policy),
      effective: squares > 0 ? total[WEIGHT + policy]! ** 2 / squares / samples.length : 0,
      unseen: unseen / Math.max(1, samples.length),
      cut: weights[policy].filter((weight) => weight === heaviest).length,
    };
  };
  const points = figures(total);
  const [s, d, sr, dr] = bootstrap(clusters, figures, points, resamples, seededRandom(0x5eed).next);
  return {
    decisions: samples.length,
    conversations: clusters.length,
    logged_mean: samples.reduce((sum, { reward }) => sum + reward, 0) / Math.max(1, samples.length),
    v1: value(0),
    v2: value(1),
    difference: { snips: s!, dr: d! },
    ratio: { snips: sr!, dr: dr! },
  };
}

import type { Sample } from "./samples.ts";

/** What a model is expected to bring in a bucket. */
export type RewardModel = (bucket: string, arm: number) => number;

interface Mean {
  sum: number;
  count: number;
}

const folds = 5;
/** So many decisions as expected outweigh what was seen of a model in a bucket. */
const priorCount = 5;

function add<Key>(means: Map<Key, Mean>, key: Key, reward: number): void {
  const mean = means.get(key);
  if (mean) {
    mean.sum += reward;
    mean.count++;
  } else means.set(key, { sum: reward, count: 1 });
}

function inner<Value>(outer: Map<string, Map<number, Value>>, key: string): Map<number, Value> {
  let found = outer.get(key);
  if (!found) outer.set(key, found = new Map());
  return found;
}

/** Means by bucket and model, drawn towards bucket + model − all where little was seen. */
function fit(samples: Iterable<Sample>): RewardModel {
  const all: Mean = { sum: 0, count: 0 };
  const buckets = new Map<string, Mean>();
  const arms = new Map<number, Mean>();
  const cells = new Map<string, Map<number, Mean>>();
  for (const { bucket, arm, reward } of samples) {
    all.sum += reward;
    all.count++;
    add(buckets, bucket, reward);
    add(arms, arm, reward);
    add(inner(cells, bucket), arm, reward);
  }
  const middle = all.count > 0 ? all.sum / all.count : 0;
  const near = (mean: Mean | undefined, prior: number) =>
    ((mean?.sum ?? 0) + priorCount * prior) / ((mean?.count ?? 0) + priorCount);
  const known = new Map<string, Map<number, number>>();
  return (bucket, arm) => {
    const of = inner(known, bucket);
    let value = of.get(arm);
    if (value === undefined) {
      const prior = near(buckets.get(bucket), middle) + near(arms.get(arm), middle) - middle;
      of.set(arm, value = near(cells.get(bucket)?.get(arm), prior));
    }
    return value;
  };
}

function foldOf(cluster: string): number {
  let hash = 0;
  for (let place = 0; place < cluster.length; place++) {
    hash = (Math.imul(hash, 31) + cluster.charCodeAt(place)) | 0;
  }
  return (hash >>> 0) % folds;
}

/**
 * A model of rewards for each sample, fitted without its own fifth of the conversations: a model
 * that had seen the reward it is to correct would hide its own error.
 */
export function crossFit(samples: readonly Sample[]): (sample: Sample) => RewardModel {
  const fold = new Map(samples.map(({ cluster }) => [cluster, foldOf(cluster)]));
  const models = Array.from(
    { length: folds },
    (_, left) => fit(samples.filter(({ cluster }) => fold.get(cluster) !== left)),
  );
  return ({ cluster }) => models[fold.get(cluster) ?? foldOf(cluster)]!;
}

/** Odds by model id: how likely each is chosen in a context. Who is not in it is never chosen. */
export type Odds = ReadonlyMap<number, number>;

/** A logged decision and what came of it. */
export interface Sample {
  /** Decisions of one conversation are not independent: they are drawn together. */
  readonly cluster: string;
  /** Contexts in which models do alike, such as `chat/code/small`. */
  readonly bucket: string;
  /** The model that was called. */
  readonly arm: number;
  /** What came of it: 0 to 1 for quality, milliseconds for latency. */
  readonly reward: number;
  /** The odds under which it was chosen, of all models. */
  readonly logged: Odds;
  /** The odds of the two policies that are compared: what serves, and what shall. Empty = refused. */
  readonly policies: readonly [Odds, Odds];
}

/** Weights are cut here: one rare decision must not speak for hundreds. */
export const heaviest = 50;

/** How much a decision counts for a policy: how much likelier it was there than where it was made. */
export function weightOf(sample: Sample, policy: 0 | 1): number {
  const wanted = sample.policies[policy].get(sample.arm) ?? 0;
  const logged = sample.logged.get(sample.arm) ?? 0;
  return logged > 0 ? Math.min(heaviest, wanted / logged) : 0;
}

/** The odds of a policy that fall on models which could not be logged in this context. */
export function unseenOdds(sample: Sample, policy: 0 | 1): number {
  let unseen = 0;
  for (const [arm, odds] of sample.policies[policy]) {
    if ((sample.logged.get(arm) ?? 0) === 0) unseen += odds;
  }
  return unseen;
}

/** Integer weights as odds. */
export function oddsOf(arms: readonly number[], weights: readonly number[]): Odds {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const odds = new Map<number, number>();
  arms.forEach((arm, place) => {
    const weight = weights[place] ?? 0;
    if (weight > 0) odds.set(arm, weight / total);
  });
  return odds;
}

/** Odds where one of several policies was drawn first, each with its share. */
export function mixOdds(parts: readonly { readonly share: number; readonly odds: Odds }[]): Odds {
  const mixed = new Map<number, number>();
  for (const { share, odds } of parts) {
    if (share === 0) continue;
    for (const [arm, part] of odds) mixed.set(arm, (mixed.get(arm) ?? 0) + share * part);
  }
  return mixed;
}

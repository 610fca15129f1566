/**
 * Leaves out moves as long as `fails` still says true: first halves, then quarters, down to single
 * ones. Asks at most `patience` times; the same list and the same answers give the same result.
 */
export async function shrink<Move>(
  moves: readonly Move[],
  fails: (moves: readonly Move[]) => Promise<boolean>,
  patience = 300,
): Promise<readonly Move[]> {
  let kept = moves;
  let asked = 0;
  for (
    let size = Math.ceil(kept.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    let again = true;
    while (again) {
      again = false;
      for (let at = kept.length - size; at > -size; at -= size) {
        const from = Math.max(0, at);
        const rest = [...kept.slice(0, from), ...kept.slice(at + size)];
        if (rest.length === kept.length || ++asked > patience) continue;
        if (!await fails(rest)) continue;
        kept = rest;
        again = size === 1;
      }
    }
  }
  return kept;
}

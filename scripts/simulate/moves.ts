import { type Random, seededRandom } from "../chaos/random.ts";

/** What goes wrong with a call on its way. */
export type Trouble =
  | "none"
  /** It never arrives. */
  | "request_lost"
  /** It is carried out, but the caller is not told. */
  | "answer_lost"
  /** It arrives twice. */
  | "twice"
  /** It arrives, and once more at some later time. */
  | "copied"
  /** It breaks inside the database, at one of the engine's fault points, and is undone. */
  | "breaks";

/** How a handler ends: as it does by itself, or throwing before or after what it does. */
export type Ending = "itself" | "throws_before" | "throws_after" | "refuses";

/**
 * One step of a schedule. Moves come from a seed alone and not from what happened before them, so
 * that any of them can be left out: a move that does not fit does nothing.
 */
export type Move =
  | { readonly do: "arrive"; readonly trouble: Trouble; readonly lot: number }
  | {
    readonly do: "work";
    readonly worker: number;
    readonly want: number;
    readonly renews: boolean;
    readonly trouble: Trouble;
    readonly lot: number;
  }
  | { readonly do: "run"; readonly worker: number; readonly ending: Ending; readonly lot: number }
  | { readonly do: "crash" | "freeze" | "thaw"; readonly worker: number }
  | { readonly do: "pass"; readonly ms: number }
  | { readonly do: "sweep"; readonly trouble: Trouble; readonly lot: number }
  | { readonly do: "late"; readonly lot: number };

/** Workers of a schedule. */
export const workerCount = 3;

const kinds: readonly (readonly [Move["do"], number])[] = [
  ["arrive", 14],
  ["work", 34],
  ["run", 34],
  ["crash", 3],
  ["freeze", 3],
  ["thaw", 4],
  ["pass", 14],
  ["sweep", 6],
  ["late", 3],
];

const troubles: readonly Trouble[] = ["request_lost", "answer_lost", "twice", "copied", "breaks"];

function kindOf(random: Random): Move["do"] {
  let lot = random.next() * kinds.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [kind, weight] of kinds) if ((lot -= weight) < 0) return kind;
  return "pass";
}

const troubleOf = (random: Random): Trouble => random.next() < 0.3 ? random.pick(troubles) : "none";

function endingOf(random: Random): Ending {
  const lot = random.next();
  if (lot < 0.8) return "itself";
  return lot < 0.87 ? "throws_before" : lot < 0.94 ? "throws_after" : "refuses";
}

/** Mostly moments, at times a lease, seldom hours. */
function spanOf(random: Random): number {
  const lot = random.next();
  if (lot < 0.6) return random.between(10, 3_000);
  return lot < 0.93 ? random.between(20_000, 130_000) : random.between(600_000, 90_000_000);
}

/** The moves that a seed stands for. */
export function movesOf(seed: number, count: number): Move[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (): Move => {
    const kind = kindOf(random);
    const worker = random.between(0, workerCount - 1);
    const lot = random.between(0, 999);
    switch (kind) {
      case "work": {
        const [want, renews] = [random.between(0, 4), random.next() < 0.7];
        return { do: kind, worker, want, renews, trouble: troubleOf(random), lot };
      }
      case "run":
        return { do: kind, worker, ending: endingOf(random), lot };
      case "pass":
        return { do: kind, ms: spanOf(random) };
      case "arrive":
      case "sweep":
        return { do: kind, trouble: troubleOf(random), lot };
      case "late":
        return { do: kind, lot };
      default:
        return { do: kind, worker };
    }
  });
}

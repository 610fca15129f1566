/** A tenant of the fuzz: its ids, and the mark that stands in all that it owns. */
export interface Side {
  readonly letter: "a" | "b";
  readonly tenant: string;
  readonly agent: string;
  readonly owner: string;
  /** Stands in payloads, names and results; no answer to the other may hold it. */
  readonly mark: string;
}

const side = (letter: "a" | "b"): Side => ({
  letter,
  tenant: `${letter.repeat(8)}-1111-4111-8111-00000000000${letter}`,
  agent: `${letter.repeat(8)}-2222-4222-8222-00000000000${letter}`,
  owner: `${letter.repeat(8)}-3333-4333-8333-00000000000${letter}`,
  mark: `mark-of-${letter}`,
});

/** Whose ids are tried, and who tries them. */
export const victim = side("a");
export const intruder = side("b");

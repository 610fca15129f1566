import type { Step } from "./step.ts";

/** What takes longest, longest first, so that nothing long is left to run alone at the end. */
export const slowSteps: readonly string[] = [
  "scripts/stack/process_test.ts",
];

/** The same steps, those known to be slow first; the others keep their order. */
export function slowFirst(steps: readonly Step[]): Step[] {
  const place = ({ name }: Step) => {
    const at = slowSteps.indexOf(name);
    return at < 0 ? slowSteps.length : at;
  };
  return steps.toSorted((one, other) => place(one) - place(other));
}

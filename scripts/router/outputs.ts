/** Where the command writes: results to `out`, progress and errors to `err`. */
export interface Outputs {
  out(text: string): void;
  err(text: string): void;
}

/** Tells how many are done, every two seconds. */
export function counter(outputs: Outputs, what: string): (count: number) => void {
  let last = performance.now();
  return (count) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    outputs.err(`  … ${count} ${what}`);
  };
}

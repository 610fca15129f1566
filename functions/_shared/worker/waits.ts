/** Milliseconds that even a full worker waits, so that quick handlers share one call. */
export const moment = 2;

/** Half to one and a half of a delay, by chance, so that workers spread. */
export function jittered(delay: number): number {
  return delay * (0.5 + Math.random());
}

/** Sleeps for so many milliseconds, or until `wake` of the sleeper is called. */
export function sleepUntilWoken(sleeper: { wake: () => void }, wait: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.min(wait, 60_000));
    sleeper.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** Sleeps for so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(milliseconds, 0)));
}

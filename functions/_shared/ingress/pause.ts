/** Waits; false when `signal` ended it early. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (whole: boolean) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", early);
      resolve(whole);
    };
    const early = () => end(false);
    const timer = setTimeout(() => end(true), milliseconds);
    signal?.addEventListener("abort", early, { once: true });
  });
}

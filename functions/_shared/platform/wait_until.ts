/** Supabase's functions end with their answer, unless told of work that goes on: lets the host wait for `work` after the answer has gone; elsewhere nothing has to wait. */
export function platformWaitUntil(work: Promise<unknown>): void {
  const runtime = (globalThis as { EdgeRuntime?: { waitUntil?(work: Promise<unknown>): void } })
    .EdgeRuntime;
  runtime?.waitUntil?.(work);
}

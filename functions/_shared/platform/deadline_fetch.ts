/** Milliseconds that a call of the project's own API may take, its answer included. */
export const apiDeadlineMs = 20_000;

/** `fetch` that gives up after {@link apiDeadlineMs}, besides whatever signal it is given. */
export function deadlineFetch(
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const deadline = AbortSignal.timeout(apiDeadlineMs);
  const given = init.signal;
  return fetch(input, { ...init, signal: given ? AbortSignal.any([given, deadline]) : deadline });
}

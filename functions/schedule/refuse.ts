/** The four fields of every error body, and its HTTP status. */
export interface Refusal {
  status: number;
  /** Stable snake_case word; a row of docs/errors.md. */
  details: string;
  message: string;
  /** The next step. */
  hint: string;
}

/** An error answer `{code, message, details, hint}`; `code` is PT and the status. */
export function refuse({ status, details, message, hint }: Refusal): Response {
  return Response.json({ code: `PT${status}`, message, details, hint }, {
    status,
    headers: { "cache-control": "no-store" },
  });
}

/** The four fields of every error body, as PostgREST has them. */
export interface Refusal {
  status: number;
  /** Stable snake_case word; a row of docs/errors.md. */
  details: string;
  message: string;
  /** The next step. */
  hint: string;
}

/** Headers that let a browser read an answer from another origin. */
export const openToBrowsers: Record<string, string> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "Content-Range, Content-Location, Preference-Applied, Location, X-Sb-Error-Code",
};

/** An error answer in the one shape: `{code, message, details, hint}`. */
export function refuse(refusal: Refusal): Response {
  const { status, details, message, hint } = refusal;
  return Response.json({ code: `PT${status}`, message, details, hint }, {
    status,
    headers: openToBrowsers,
  });
}

/** The answer to a browser's preflight request. */
export function preflight(request: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...openToBrowsers,
      "access-control-allow-methods": "GET, HEAD, POST, PATCH, PUT, DELETE, OPTIONS",
      "access-control-allow-headers": request.headers.get("access-control-request-headers") ??
        "authorization, apikey, content-type, x-client-info",
      "access-control-max-age": "86400",
    },
  });
}

/** Types that a browser may show; anything else is offered as a download. */
const shown = new Set(["text/plain", "application/json", "image/png", "image/jpeg", "image/webp"]);

/**
 * What bytes of a told type are served as. Artifacts come from foreign repositories and agents:
 * text of any kind (HTML, SVG and other XML too) is sent as plain text, what cannot be shown
 * without harm as a download.
 */
export function typeOf(told: string): { type: string; disposition: "inline" | "attachment" } {
  const name = told.split(";")[0]!.trim().toLowerCase();
  const isText = name.startsWith("text/") || name.endsWith("+xml") || name === "application/xml";
  if (isText) return { type: "text/plain; charset=utf-8", disposition: "inline" };
  if (shown.has(name)) return { type: name, disposition: "inline" };
  return { type: "application/octet-stream", disposition: "attachment" };
}

/** Whatever slips through: no script, no form, no request, no frame, no guess at the type. */
export const harmless: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  // Not transformed: a proxy or server that compresses would weaken the ETag.
  "cache-control": "private, no-cache, no-transform",
};

/** Why a feed has no figures: words for the reader. */
export class FeedTrouble extends Error {}

/**
 * Reads one address again and again; the server sends nothing while nothing changed.
 * @param {string} address
 * @param {number} everyMs asked no more often; in between the last answer stands
 * @returns {{read(): Promise<{body: unknown, changed: boolean}>}}
 */
export function createFeed(address, everyMs = 0) {
  let etag = null;
  let body = null;
  let readAt = -Infinity;
  return {
    async read() {
      if (performance.now() - readAt < everyMs) return { body, changed: false };
      let response;
      try {
        response = await fetch(address, {
          headers: etag ? { "if-none-match": etag } : {},
          cache: "no-store",
          signal: AbortSignal.timeout(15_000),
        });
      } catch {
        throw new FeedTrouble("The stack does not answer. Start it with: npm start");
      }
      if (response.status === 304) {
        await response.text(); // or the browser counts the request as broken off
        readAt = performance.now();
        return { body, changed: false };
      }
      const told = await response.json().catch(() => null);
      if (!response.ok) {
        throw new FeedTrouble(
          told?.message
            ? `${told.message} ${told.hint ?? ""}`
            : `${address} answered ${response.status}`,
        );
      }
      etag = response.headers.get("etag");
      body = told;
      readAt = performance.now();
      return { body, changed: true };
    },
  };
}

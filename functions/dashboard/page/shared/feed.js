/** Why a read or an act gave nothing: words for the reader. */
export class Trouble extends Error {
  /**
   * @param {string} message
   * @param {"silent" | "missing" | "refused"} kind nobody answered; the database has no such RPC;
   *   or the call was refused
   */
  constructor(message, kind) {
    super(message);
    this.kind = kind;
  }
}

/** What an answer that is not good says. */
async function troubleOf(rpc, response) {
  const told = await response.json().catch(() => null);
  if (told?.code === "PGRST202" || told?.code === "42883") {
    const words = `This database has no ${rpc} yet. Bring it up to date: npm run db:migrate`;
    return new Trouble(words, "missing");
  }
  const words = told?.message
    ? [told.message, told.hint].filter(Boolean).join(". ").replace("..", ".")
    : `${rpc} answered ${response.status}`;
  return new Trouble(words, "refused");
}

/** Milliseconds between two questions for an RPC that the database does not have. */
const missingMs = 60_000;

async function ask(address, init) {
  try {
    return await fetch(address, {
      cache: "no-store",
      signal: AbortSignal.timeout(20_000),
      ...init,
    });
  } catch {
    throw new Trouble("The stack does not answer. Start it with: npm start", "silent");
  }
}

/**
 * Reads one RPC again and again; the server sends nothing while nothing changed.
 * @param {string} rpc
 * @param {object | (() => object)} args
 * @param {number} everyMs asked no more often; in between the last answer stands
 */
export function createFeed(rpc, args = {}, everyMs = 0) {
  let known = { address: null, etag: null, body: null };
  let readAt = -Infinity;
  let pending = null;
  let refused = null;

  async function read() {
    const given = JSON.stringify(typeof args === "function" ? args() : args);
    const address = `/dashboard/api/read/${rpc}?args=${encodeURIComponent(given)}`;
    if (refused?.kind === "missing" && performance.now() - readAt < missingMs) throw refused;
    if (address === known.address && performance.now() - readAt < everyMs) return known.body;
    const headers = address === known.address && known.etag ? { "if-none-match": known.etag } : {};
    const response = await ask(address, { headers });
    if (response.status === 304) {
      await response.text(); // or the browser counts the request as broken off
    } else if (response.ok) {
      known = { address, etag: response.headers.get("etag"), body: await response.json() };
    } else {
      refused = await troubleOf(rpc, response);
      readAt = performance.now();
      throw refused;
    }
    refused = null;
    readAt = performance.now();
    return known.body;
  }

  return {
    /** The answer; readers who ask at the same time share one request. @throws Trouble */
    read() {
      pending ??= read().finally(() => pending = null);
      return pending;
    },
    /** Makes the next reading ask. */
    expire() {
      readAt = -Infinity;
    },
  };
}

/** Does something, with the rights of this page. @throws Trouble */
export async function act(rpc, args) {
  const response = await ask(`/dashboard/api/act/${rpc}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-cogo-act": "dashboard" },
    body: JSON.stringify(args),
  });
  if (!response.ok) throw await troubleOf(rpc, response);
  return await response.json();
}

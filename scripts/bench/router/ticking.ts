import { connect } from "../../postgres/databases.ts";

/** Does every 5 s what the schedule does: without it health is soon too old to be believed. */
export function keepTicking(urls: readonly string[]): () => Promise<void> {
  const sessions = urls.map(connect);
  let round = Promise.resolve();
  const timer = setInterval(() => {
    round = round.then(async () => {
      for (const sql of sessions) await sql`select cogo.tick_routes()`;
    });
    round.catch(() => {}); // told to whoever closes
  }, 5000);
  return async () => {
    clearInterval(timer);
    await round.finally(() => Promise.all(sessions.map((sql) => sql.end({ timeout: 5 }))));
  };
}

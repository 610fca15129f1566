import { storeFailed } from "./store.ts";

/** As storage-js answers. */
export interface Answer<Value> {
  data: Value | null;
  error: Error | null;
}

/** What Storage answered. @throws CogoError artifact_store_failed (503) */
export async function told<Value>(asked: Promise<Answer<Value>>): Promise<Value> {
  const { data, error } = await asked;
  if (error || data === null) throw storeFailed(error ?? new Error("Storage told nothing"));
  return data;
}

/** Whether there was an object of that name already. */
export const isDuplicate = (error: Error) =>
  /exists|duplicate/i.test(`${error.name} ${error.message}`);
/** Whether there is no such object; a bucket that is not there is another matter. */
export const isGone = (error: Error) => /object not found|no ?such ?key/i.test(error.message);

/** Within the platform's containers the address is nobody else's: a path alone leads on. */
export function seenFromOutside(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  return hostname === "kong" ? pathname + search : url;
}

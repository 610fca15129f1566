/** The headers that show a secret key. The older service_role key is a token, which goes in both. */
export function keyHeaders(key: string): Record<string, string> {
  return { apikey: key, ...(key.startsWith("sb_") ? {} : { authorization: `Bearer ${key}` }) };
}

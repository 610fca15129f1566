/** Takes a key out of texts, also where it is written as in JSON or in a URL. */
export function keyCleaner(key: string | undefined): (text: string) => string {
  if (key === undefined || key === "") return (text) => text;
  const ways = new Set([key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)]);
  return (text) => {
    for (const way of ways) text = text.replaceAll(way, "[key]");
    return text;
  };
}

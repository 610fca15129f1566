/** One plain command of a shell line: the raw text of its words, quotes included. */
export type ShellCall = string[];

const separator = /^(&&|\|\||[;|\n]|&(?!>))/;

/**
 * Cuts a shell line into its plain commands, in order. Undefined for what would need a shell to be
 * understood: substitutions, groups and open quotes.
 */
export function shellCalls(line: string): ShellCall[] | undefined {
  const calls: ShellCall[] = [[]];
  let word = "";
  const endWord = () => {
    if (word !== "") calls.at(-1)?.push(word);
    word = "";
  };
  for (let rest = line; rest !== "";) {
    const quoted = /^("(?:[^"\\$`]|\\.)*"|'[^']*'|\\.)/s.exec(rest)?.[0];
    const ends = word.endsWith(">") ? undefined : separator.exec(rest)?.[0];
    const taken = quoted ?? ends ?? rest[0] ?? "";
    if (quoted === undefined && /^["'`(){}]|^\$\(/.test(rest)) return undefined;
    if (ends !== undefined && quoted === undefined) {
      endWord();
      calls.push([]);
    } else if (/^\s$/.test(taken)) endWord();
    else word += taken;
    rest = rest.slice(taken.length);
  }
  endWord();
  return calls.filter((call) => call.length > 0);
}

/** What a word means once the shell has taken its quotes away. */
export function unquoted(word: string): string {
  return word.replace(
    /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/gs,
    (_, double, single, escaped) => double ?? single ?? escaped,
  );
}

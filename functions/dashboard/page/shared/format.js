const nothing = "–";
const whole = new Intl.NumberFormat("en");
const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const calendar = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium" });
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** A count with thousands separators. */
export const count = (value) => value == null ? nothing : whole.format(value);

/** A share of 0 to 1 as percent: `97.5 %`. */
export function percent(share) {
  if (share == null) return nothing;
  const value = share * 100;
  return `${value.toFixed(value === 0 || value === 100 || value >= 10 ? 0 : 1)} %`;
}

/** Milliseconds in the unit one would say: `240 ms`, `1.2 s`, `3 min 05 s`, `2 h 10 min`. */
export function duration(ms) {
  if (ms == null) return nothing;
  if (ms < 1) return ms === 0 ? "0 ms" : "< 1 ms";
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(Math.floor(seconds % 60)).padStart(2, "0")} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${String(minutes % 60).padStart(2, "0")} min`;
  return `${Math.floor(hours / 24)} days`;
}

/** A length of time in one unit, for ages: `4 min`, `3 h`, `20 days`. */
export function age(ms) {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 60) return `${Math.max(0, minutes)} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} days`;
}

/** Bytes as `12 kB`, `3.4 MB` (thousands, not 1,024). */
export function bytes(size) {
  if (size < 1000) return `${size} B`;
  if (size < 1e6) return `${(size / 1e3).toFixed(size < 1e4 ? 1 : 0)} kB`;
  return `${(size / 1e6).toFixed(1)} MB`;
}

/** Time of day of a timestamp or Date. */
export const time = (moment) => clock.format(new Date(moment));

/** Date and time to the minute. */
export const date = (moment) => day.format(new Date(moment));

/** The day alone. */
export const dayOf = (moment) => calendar.format(new Date(moment));

/** `1 job`, `2 jobs`. */
export const plural = (n, one, many = `${one}s`) => `${count(n)} ${n === 1 ? one : many}`;

/** Nano-dollars as dollars, with as many digits as tell something: `$12.40`, `$0.0031`. */
export function money(nano) {
  if (nano == null) return nothing;
  const dollars = nano / 1e9;
  if (dollars === 0) return "$0";
  if (dollars < 0.000001) return "< $0.000001";
  const digits = dollars >= 0.1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(dollars)));
  return `$${
    dollars.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: digits })
  }`;
}

/** How far a moment is from now: `in 4 min`, `12 s ago`. @param {number} now milliseconds */
export function distance(moment, now) {
  if (moment == null) return nothing;
  const ms = new Date(moment).getTime() - now;
  const length = Math.abs(ms) < 60_000 ? `${Math.floor(Math.abs(ms) / 1000)} s` : age(Math.abs(ms));
  return ms > 0 ? `in ${length}` : `${length} ago`;
}

/** Now, by steps, so that what shows ages is drawn no more often than they change. */
export const nowBy = (seconds) => Math.floor(Date.now() / (seconds * 1000)) * seconds * 1000;

/** The first letters of a UUID; `default` for the default tenant's. */
export const short = (id) => /^[0-]+$/.test(id ?? "") ? "default" : id?.slice(0, 8) ?? nothing;

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** A large count in few signs: `1.2M`. */
export const roughly = (value) => value == null ? nothing : compact.format(value);

// The console's words, times and clocks in the language of the page.

const told = JSON.parse(document.querySelector("#desk-told").textContent);

export const config = told.config;
export const language = document.documentElement.lang;

const LOCALE = language === "en" ? "en-GB" : "ur-PK-u-nu-latn";
const DAY = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium" });
const HOUR = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const MOMENT = new Intl.DateTimeFormat(LOCALE, { dateStyle: "medium", timeStyle: "short", hourCycle: "h23" });

export function say(key, values = {}) {
  const text = told.words[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

// A name in the page's language where it has one.
export const named = (thing) => (language === "en" && thing?.name_en) || thing?.name || "";
export const titled = (thing) => (language === "en" && thing?.title_en) || thing?.title || "";

export const day = (ms) => DAY.format(new Date(ms));
export const moment = (ms) => MOMENT.format(new Date(ms));

export function time(ms) {
  const then = new Date(ms);
  return then.toDateString() === new Date().toDateString() ? HOUR.format(then) : MOMENT.format(then);
}

// How long something lasts, as on a stopwatch: 0:07, 12:30, 3:05:00.
export function clock(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export function size(bytes) {
  return bytes < 1_000_000
    ? say("kilobytes", { size: Math.ceil(bytes / 1000) })
    : say("megabytes", { size: (bytes / 1_000_000).toFixed(1) });
}

// How words, numbers and times are said in the reader's language.

import urdu from "./words-ur.js";

const PARTS = [[20, "رات"], [17, "شام"], [15, "سہ پہر"], [12, "دوپہر"], [4, "صبح"], [0, "رات"]];

// Says things in a language: `say(key, …values)`, and numbers and times besides.
export async function speaker(language) {
  const isUrdu = language !== "en";
  const words = isUrdu ? urdu : (await import("./words-en.js")).default;
  const locale = isUrdu ? "ur-u-nu-arabext" : "en";
  const number = new Intl.NumberFormat(locale, { useGrouping: false });
  const two = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const since = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const say = (key, ...values) => {
    return (words[key] ?? "").replace(/\{\}/g, () => {
      const value = values.shift();
      return typeof value === "number" ? number.format(value) : value;
    });
  };
  const clock = (ms) => {
    const at = new Date(ms);
    const hour = number.format(at.getHours() % 12 || 12);
    const time = `${hour}:${two.format(at.getMinutes())}`;
    if (!isUrdu) return `${time} ${at.getHours() < 12 ? "AM" : "PM"}`;
    return `${PARTS.find(([from]) => at.getHours() >= from)[1]} ${time}`;
  };
  const day = (ms) => new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(ms);
  const isToday = (ms) => new Date(ms).toDateString() === new Date().toDateString();
  return Object.assign(say, {
    language,
    direction: isUrdu ? "rtl" : "ltr",
    day,
    clock,
    moment: (ms) => (isToday(ms) ? clock(ms) : `${day(ms)}${isUrdu ? "،" : ","} ${clock(ms)}`),
    ago(ms) {
      const minutes = Math.max(0, Math.floor((Date.now() - ms) / 60_000));
      if (minutes < 1) return say("just_now");
      if (minutes < 60) return since.format(-minutes, "minute");
      return minutes < 1440
        ? since.format(-Math.floor(minutes / 60), "hour")
        : since.format(-Math.floor(minutes / 1440), "day");
    },
    // A thing's own words: {name, name_en} and the like.
    of: (thing, field) => (isUrdu ? thing?.[field] : thing?.[`${field}_en`] || thing?.[field]) ?? "",
    minutes(low, high) {
      return low === high || !low ? say("about", high) : say("range", low, high);
    },
  });
}

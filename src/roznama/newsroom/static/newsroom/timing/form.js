// Says each time of a story's form in full, with its weekday, while it is typed.

const FIELDS = ["go_live_at", "expire_at", "embargo_until"];
const PATTERN = /^(\d{4})-(\d{1,2})-(\d{1,2})\s+(\d{1,2}):(\d{2})/;

/** The moment as roznama.newsroom.timing.moments.told says it; empty for no time. */
export function told(text, words) {
  const found = PATTERN.exec(text.trim());
  if (!found) return "";
  const [year, month, day, hour, minute] = found.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || hour > 23 || minute > 59) return "";
  const time = `${hour % 12 || 12}:${String(minute).padStart(2, "0")}`;
  const name = words.days[date.getUTCDay()];
  return `${name}، ${day} ${words.months[month - 1]} ${year}ء، ${words.parts[hour]} ${time}`;
}

function follow(input, words) {
  const line = document.createElement("output");
  line.className = "timing-told";
  line.htmlFor = input.id;
  (input.closest("[data-field-input]") ?? input.parentElement).append(line);
  let last = null;
  const tell = () => {
    if (input.value === last) return;
    last = input.value;
    line.textContent = told(last, words);
  };
  for (const name of ["input", "change", "blur", "focus"]) input.addEventListener(name, tell);
  // Wagtail's calendar puts the value in with jQuery's events alone.
  if (window.jQuery) window.jQuery(input).on("change", tell);
  tell();
}

const kept = document.getElementById("timing-words");
if (kept) {
  const words = JSON.parse(kept.textContent);
  for (const name of FIELDS) {
    const input = document.getElementById(`id_${name}`);
    if (input) follow(input, words);
  }
}

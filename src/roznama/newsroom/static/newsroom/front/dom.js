// Making elements, and the small things that every part of the screen needs.

const read = (id) => JSON.parse(document.getElementById(id).textContent);

export const words = read("front-words");
export const addresses = read("front-addresses");

export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

// A button that is an icon; its name is told to whoever hovers or listens.
export function tool(name, label, act, disabled = false) {
  return el(
    "button",
    { type: "button", class: "front-tool", title: label, "aria-label": label, "data-act": act, disabled },
    icon(name),
  );
}

// Fills the %s of a line in their order; a %s in what is filled in stays as it is.
export function fill(line, ...values) {
  let at = 0;
  return line.replace(/%s/g, () => values[at++] ?? "");
}

const language = document.documentElement.lang.startsWith("ur") ? "ur-u-nu-latn" : "en-GB";
const shape = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hour12: false };
const clock = new Intl.DateTimeFormat(language, { ...shape, timeZone: "UTC" });

// Times come with the paper's own clock in them; they are shown as they stand, wherever one sits.
export function when(iso) {
  return iso ? clock.format(new Date(`${iso.slice(0, 16)}Z`)) : "";
}

export const onPage = (name) => document.querySelector(`[data-front-${name}]`);

export const timeOf = (iso, shown = when(iso)) => el("time", { datetime: iso }, shown);

export function say(line) {
  const place = onPage("said");
  // The same words again are read out only when they are new.
  place.textContent = place.textContent === line ? `${line}\u00a0` : line;
}

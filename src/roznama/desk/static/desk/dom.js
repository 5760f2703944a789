// Small tools of the view: making elements, and small parts that stand in several places.

// An element with attributes, listeners (on…) and children; nothing is ever read as HTML.
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

export const button = (text, onclick, attributes = {}) =>
  h("button", { type: "button", onclick, ...attributes }, text);

// Words of people: in their own direction, whatever stands around them.
export const isolated = (text) => h("bdi", {}, text);
export const latin = (text) => h("bdi", { dir: "ltr" }, text);

// Of the last name: the first word may be "Dr" for all of them.
const initial = (name) => [...(name ?? "").split(" ").at(-1)][0] ?? "";

export function face({ face: address, name }) {
  if (address) return h("img.face", { src: address, alt: "", width: 48, height: 48 });
  return h("span.face", { "aria-hidden": "true" }, initial(name));
}

export function presence(say, { status, last_heard: heard }) {
  if (status === "online") return h("span.there.there--on", {}, say("online"));
  return h("span.there", {}, heard ? say("last_heard", say.ago(heard)) : say("away"));
}

export function badge(say, { badge: entry } = {}) {
  if (!entry) return null;
  const [before, after = ""] = say("badge", say.of(entry, "register"), "\n").split("\n");
  return h(
    "span.badge",
    {},
    h("span", {}, before, latin(entry.number), after),
    h("small", {}, say("checked", entry.checked_by, say.day(Date.parse(entry.checked_on)))),
  );
}

// What a team is told to take, as the reader is promised it.
export function promised(say, promise) {
  if (!promise) return say("waiting");
  const { kind, position, on_duty: there, low_minutes: low, high_minutes: high } = promise;
  if (kind === "now") return say("now", say.minutes(low, high));
  if (kind === "wait") return say("wait", position, say.minutes(low, high));
  if (kind === "unknown") return say("unknown", position, there);
  const opens = promise.opens_at ? ` ${say("opens", say.moment(promise.opens_at))}` : "";
  return say("nobody") + opens;
}

export const isNobody = (promise) => ["nobody", "closed"].includes(promise?.kind);

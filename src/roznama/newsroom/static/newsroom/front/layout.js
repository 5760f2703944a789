// An arrangement and what can be done to it. Every function returns a new one; nothing here knows
// the page. A place is { in: "lead" }, { in: "second", at } or { in: "strip", section, at }.

const copy = (layout) => structuredClone(layout);

const strip = (layout, section) => layout.strips.find((one) => one.section === section);

const list = (layout, place) =>
  place.in === "second" ? layout.second : strip(layout, place.section).slots;

export const keyOf = (place) => [place.in, place.section, place.at].filter((v) => v !== undefined).join(":");

// The places of the page from the top down; strips that are hidden have none.
export function places(layout) {
  const found = [{ in: "lead" }];
  layout.second.forEach((_, at) => found.push({ in: "second", at }));
  for (const one of layout.strips)
    if (one.shown) one.slots.forEach((_, at) => found.push({ in: "strip", section: one.section, at }));
  return found;
}

export const slotAt = (layout, place) =>
  place.in === "lead" ? layout.lead : list(layout, place)[place.at];

// Where a story is pinned, hidden strips too; null where it is not.
export function placeOf(layout, story) {
  if (layout.lead?.story === story) return { in: "lead" };
  const at = layout.second.findIndex((slot) => slot?.story === story);
  if (at >= 0) return { in: "second", at };
  for (const one of layout.strips) {
    const found = one.slots.findIndex((slot) => slot?.story === story);
    if (found >= 0) return { in: "strip", section: one.section, at: found };
  }
  return null;
}

const same = (a, b) => a.in === b.in && a.section === b.section;

// Puts a story into a place. In its own row it moves along; coming from elsewhere, what stands in
// the place moves down by one, to the next automatic place, or up where there is none. An old lead takes the place that the
// new one comes from, or heads the second tier.
export function put(before, story, place) {
  const layout = copy(before);
  const from = placeOf(layout, story);
  const pin = from
    ? slotAt(layout, from)
    : { story, headline: "", kicker: "", picture: true, until: null };
  if (from && same(from, place)) return place.in === "lead" ? before : along(layout, from, place);
  if (from) set(layout, from, null);
  if (place.in !== "lead") return insert(layout, place, pin);
  const old = layout.lead;
  layout.lead = pin;
  if (!old) return layout;
  if (from) return set(layout, from, old);
  return layout.second.length ? insert(layout, { in: "second", at: 0 }, old) : layout;
}

function along(layout, from, place) {
  const slots = list(layout, place);
  slots.splice(place.at, 0, ...slots.splice(from.at, 1));
  return layout;
}

function insert(layout, place, pin) {
  const slots = list(layout, place);
  const gaps = [slots.indexOf(null, place.at), slots.lastIndexOf(null, place.at)];
  slots.splice(gaps.find((gap) => gap >= 0) ?? slots.length - 1, 1);
  slots.splice(place.at, 0, pin);
  return layout;
}

function set(layout, place, slot) {
  if (place.in === "lead") layout.lead = slot;
  else list(layout, place)[place.at] = slot;
  return layout;
}

export function remove(before, story) {
  const place = placeOf(before, story);
  return place ? set(copy(before), place, null) : before;
}

// Changes the pin's own words, picture or end.
export function change(before, story, fields) {
  const place = placeOf(before, story);
  return place ? set(copy(before), place, { ...slotAt(before, place), ...fields }) : before;
}

export function resize(before, size) {
  const layout = copy(before);
  const pins = layout.second.filter(Boolean);
  layout.second = layout.second.slice(0, size);
  while (layout.second.length < size) layout.second.push(null);
  // Nothing chosen is lost as long as there is room for it.
  for (const pin of pins) {
    const gap = layout.second.indexOf(null);
    if (!layout.second.includes(pin) && gap >= 0) layout.second[gap] = pin;
  }
  return layout;
}

export function moveStrip(before, section, to) {
  const layout = copy(before);
  const from = layout.strips.findIndex((one) => one.section === section);
  if (to < 0 || to >= layout.strips.length || to === from) return before;
  layout.strips.splice(to, 0, ...layout.strips.splice(from, 1));
  return layout;
}

export function showStrip(before, section, shown) {
  const layout = copy(before);
  strip(layout, section).shown = shown;
  return layout;
}

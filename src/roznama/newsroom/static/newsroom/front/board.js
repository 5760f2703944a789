// The front page as a board of places: drawn anew after each change.

import { el, fill, icon, timeOf, tool, when, words } from "./dom.js";
import { keyOf } from "./layout.js";

export function draw(board, state, sizes) {
  const { layout } = state;
  const second = list(state, layout.second, state.filled.second, (at) => ({ in: "second", at }), "front-second");
  board.replaceChildren(
    el("section", { class: "front-part" }, el("h2", {}, words.lead), leadList(state)),
    el("section", { class: "front-part" }, el("h2", {}, words.second, " ", size(layout, sizes)), second),
    ...layout.strips.map((strip, at) => drawStrip(state, strip, at)),
  );
}

const leadList = (state) =>
  list(state, [state.layout.lead], [state.filled.lead], () => ({ in: "lead" }), "front-lead");

function size(layout, sizes) {
  const chosen = layout.second.length;
  const all = sizes.includes(chosen) ? sizes : [...sizes, chosen];
  const options = all.map((n) => el("option", { value: n, selected: n === chosen }, String(n)));
  return el("select", { "data-front-size": true, "aria-label": words.second }, ...options);
}

function drawStrip(state, strip, at) {
  const title = state.sections.find(({ id }) => id === strip.section)?.title ?? "";
  const last = at === state.layout.strips.length - 1;
  const head = el(
    "header",
    { class: "front-strip-head" },
    el(
      "button",
      { type: "button", class: "front-handle", "data-strip-handle": strip.section, "aria-label": fill(words.pickStrip, title) },
      icon("grip"),
    ),
    el("h2", {}, title, strip.shown ? "" : el("small", {}, ` ${words.hidden}`)),
    tool("arrow-up", fill(words.up, title), "strip-up", at === 0),
    tool("arrow-down", fill(words.down, title), "strip-down", last),
    tool(strip.shown ? "no-view" : "view", fill(strip.shown ? words.hide : words.show, title), "strip-show"),
  );
  const filled = state.filled.strips.find(([section]) => section === strip.section)?.[1] ?? [];
  const place = (n) => ({ in: "strip", section: strip.section, at: n });
  return el(
    "section",
    { class: `front-part front-strip${strip.shown ? "" : " is-hidden"}`, "data-strip": strip.section },
    head,
    strip.shown ? list(state, strip.slots, filled, place, "front-strip-slots") : null,
  );
}

function list(state, slots, filled, place, name) {
  const items = slots.map((slot, at) => drawSlot(state, slot, filled[at], place(at), slots.length));
  return el("ul", { class: `front-slots ${name}` }, ...items);
}

// A pin that ended or was withdrawn is shown, with the story that readers see in its place.
function drawSlot(state, pin, filled, place, count) {
  const pinned = new Set(allPins(state.layout));
  const story = state.stories[pin ? pin.story : pinned.has(filled) ? 0 : filled];
  const key = keyOf(place);
  if (!story) return el("li", { class: "front-slot is-empty", "data-place": key }, words.nothing);
  const item = el("li", {
    class: `front-slot ${pin ? "is-pinned" : "is-auto"}`,
    "data-place": key,
    "data-story": story.id,
  });
  item.append(card(story, pin), tools(story, pin, place, count));
  return item;
}

export const allPins = (layout) =>
  [layout.lead, ...layout.second, ...layout.strips.flatMap(({ slots }) => slots)]
    .filter(Boolean)
    .map(({ story }) => story);

// A story with its handle; the tray has the same.
export function card(story, pin = null) {
  const headline = pin?.headline || story.headline;
  const own = pin?.kicker || (story.priority === "breaking" ? words.breaking : story.kicker);
  const kicker = story.is_live ? words.live : own;
  const picture = story.picture && pin?.picture !== false;
  return el(
    "div",
    { class: "front-card" },
    el(
      "button",
      { type: "button", class: "front-handle", "aria-label": fill(words.pick, headline), "aria-describedby": "front-help", "data-handle": story.id },
      icon("grip"),
    ),
    picture ? el("img", { src: story.picture, alt: "", width: 160, height: 100, loading: "lazy", draggable: "false" }) : null,
    el(
      "div",
      { class: "front-words" },
      kicker ? el("p", { class: `front-kicker${story.is_live ? " is-live" : ""}` }, kicker) : null,
      el("p", { class: "front-headline" }, headline),
      el("p", { class: "front-meta" }, story.section, " · ", timeOf(story.time)),
      badges(story, pin),
    ),
  );
}

function badges(story, pin) {
  if (!pin) return null;
  const over = pin.until && new Date(pin.until) <= new Date();
  const found = [
    !story.is_public && ["is-wrong", words.withdrawn],
    over && ["is-wrong", words.ended],
    pin.until && !over && ["", fill(words.until, when(pin.until))],
    (pin.headline || pin.kicker) && ["", words.ownWords],
    !pin.picture && ["", words.noPicture],
  ].filter(Boolean);
  return el("p", { class: "front-badges" }, ...found.map(([look, line]) => el("span", { class: look }, line)));
}

function tools(story, pin, place, count) {
  const name = pin?.headline || story.headline;
  const row = place.in !== "lead";
  return el(
    "div",
    { class: "front-tools" },
    el("span", { class: "front-state" }, pin ? words.pinned : words.auto),
    row ? tool("arrow-up", fill(words.up, name), "up", place.at === 0) : null,
    row ? tool("arrow-down", fill(words.down, name), "down", place.at === count - 1) : tool("arrow-down", fill(words.toSecond, name), "to-second"),
    row ? tool("order-up", fill(words.toLead, name), "to-lead") : null,
    place.in === "strip" ? tool("list-ul", fill(words.toSecond, name), "to-second") : null,
    pin ? tool("edit", fill(words.edit, name), "edit") : tool("thumbtack", fill(words.pin, name), "pin"),
    pin ? tool("thumbtack-crossed", fill(words.unpin, name), "unpin") : null,
  );
}

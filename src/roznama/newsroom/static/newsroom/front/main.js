// The front page desk: drag, keys and buttons arrange; everything is kept as it is done.

import { draw } from "./board.js";
import { carrying } from "./carry.js";
import { askPin, askTime, previewer } from "./dialogs.js";
import { el, fill, onPage, say, when, words } from "./dom.js";
import { keeper } from "./keeping.js";
import * as layouts from "./layout.js";
import { drawDue, watch, whenReleased } from "./press.js";
import { drawHistory, drawPlans, drawStatus, tabs, tray as makeTray } from "./side.js";

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const state = read("front-state");
const sizes = read("front-sizes");
const root = document.querySelector(".front-columns");
const board = onPage("board");
const known = new Map(); // the stories of the tray, which the board may not know yet
const bars = Object.fromEntries([...document.querySelectorAll("[data-front]")].map((one) => [one.dataset.front, one]));
let panel = "front-tray";

// -- showing

function show() {
  for (const [id, story] of known) state.stories[id] ??= story;
  const rows = [board, onPage("tray")].find((one) => one.contains(document.activeElement));
  const held = rows && spot(document.activeElement);
  const top = board.scrollTop;
  draw(board, state, sizes);
  board.scrollTop = top;
  carry.again();
  tray.draw();
  if (held) focus(held, rows, { preventScroll: true });
  drawPlans(state);
  drawStatus(state);
  if (panel === "front-history") drawHistory();
  bars.undo.disabled = !state.undo;
  bars.redo.disabled = !state.redo;
  bars.undo.title = told(state.undo);
  bars.redo.title = told(state.redo);
}

const told = (step) => (step ? [step.what, step.story, step.who].filter(Boolean).join(" · ") : "");

// Where the focus is, so that it is there again on the board that is drawn anew.
function spot(element) {
  const story = element.closest("[data-story]")?.dataset.story;
  const strip = element.closest("[data-strip]")?.dataset.strip;
  const act = element.dataset.act ?? (element.matches("[data-front-size]") ? "size" : "handle");
  return { story, strip: story ? null : strip, act };
}

function focus({ story, strip, act }, rows = board, how = {}) {
  const within = story ? `[data-story="${story}"]` : strip ? `[data-strip="${strip}"]` : "";
  const item = within ? rows.querySelector(within) : rows;
  const wanted = act === "size" ? "[data-front-size]" : act === "handle" ? ".front-handle" : `[data-act="${act}"]:enabled`;
  (item?.querySelector(wanted) ?? item?.querySelector(".front-handle"))?.focus(how);
}

const storyOf = (id) => state.stories[id] ?? known.get(id);
const pinOf = (id) => {
  const place = layouts.placeOf(state.layout, id);
  return place && layouts.slotAt(state.layout, place);
};
const headline = (id) => pinOf(id)?.headline || storyOf(id)?.headline || "";
const titleOf = (section) => state.sections.find(({ id }) => id === section)?.title ?? "";

function named(place) {
  if (place.in === "lead") return words.lead;
  if (place.in === "second") return fill(words.place, words.second, place.at + 1, state.layout.second.length);
  const slots = state.layout.strips.find(({ section }) => section === place.section).slots;
  return fill(words.place, fill(words.strip, titleOf(place.section)), place.at + 1, slots.length);
}

const placeAt = (key) => layouts.places(state.layout).find((place) => layouts.keyOf(place) === key);

// -- changing

function change(layout, line, story = null) {
  if (layout === state.layout) return;
  state.layout = layout;
  show();
  if (line) say(line);
  if (story) focus({ story, act: "handle" });
  keep.save(layout);
}

// The focus goes along with the story, unless it stays where it was pressed, in the tray.
function put(story, place, along = true) {
  const line = fill(words.put, headline(story), named(place));
  change(layouts.put(state.layout, story, place), line, along ? story : null);
}

function step(story, place, by) {
  // A story that stands there by itself is pinned where it goes.
  put(story, { ...place, at: place.at + by });
}

function moveStrip(section, to) {
  const line = fill(words.moved, titleOf(section), to + 1);
  change(layouts.moveStrip(state.layout, section, to), line);
  focus({ strip: section, act: "handle" });
}

const indexOf = (section) => state.layout.strips.findIndex((one) => one.section === section);

// The first automatic place of a row, else its last.
function free(place, slots) {
  const gap = slots.indexOf(null);
  return { ...place, at: gap < 0 ? slots.length - 1 : gap };
}

const acts = {
  up: (story, place) => step(story, place, -1),
  down: (story, place) => step(story, place, 1),
  "to-lead": (story, from) => put(story, { in: "lead" }, Boolean(from)),
  "to-second": (story, from) => put(story, free({ in: "second" }, state.layout.second), Boolean(from)),
  "to-strip": toStrip,
  pin: (story, place) => put(story, place),
  unpin: (story) => change(layouts.remove(state.layout, story), fill(words.removed, headline(story))),
  edit,
};

function toStrip(story) {
  const section = state.sections.find(({ title }) => title === storyOf(story).section);
  const strip = section && state.layout.strips.find((one) => one.section === section.id);
  if (!strip) return;
  const shown = strip.shown ? state.layout : layouts.showStrip(state.layout, strip.section, true);
  const place = free({ in: "strip", section: strip.section }, strip.slots);
  change(layouts.put(shown, story, place), fill(words.put, headline(story), named(place)));
}

async function edit(story) {
  const fields = await askPin(pinOf(story), storyOf(story));
  if (fields && pinOf(story)) change(layouts.change(state.layout, story, fields), "", story);
}

const stripActs = {
  "strip-up": (section) => moveStrip(section, indexOf(section) - 1),
  "strip-down": (section) => moveStrip(section, indexOf(section) + 1),
  "strip-show": (section) => {
    const shown = !state.layout.strips[indexOf(section)].shown;
    change(layouts.showStrip(state.layout, section, shown), fill(shown ? words.shown : words.gone, titleOf(section)));
  },
};

root.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-act]");
  if (!button) return;
  const { act } = button.dataset;
  const item = button.closest("[data-story]");
  const strip = Number(button.closest("[data-strip]")?.dataset.strip);
  const place = item && placeAt(item.dataset.place);
  if (item?.dataset.place && !place) return; // the row has become shorter meanwhile
  if (item && acts[act]) acts[act](Number(item.dataset.story), place);
  else if (stripActs[act]) stripActs[act](strip);
  else recall(act, button.closest("[data-step]"));
});

board.addEventListener("change", ({ target }) => {
  if (target.matches("[data-front-size]")) change(layouts.resize(state.layout, Number(target.value)), "");
});

// -- the history and the fronts to come

async function recall(act, item) {
  const number = Number(item?.dataset.step);
  if (act === "view") preview(number);
  if (act === "restore") await restore(number);
  if (act === "cancel" && (await keep.act("cancel", { edition: Number(item.dataset.edition) })))
    tell(words.canceled);
}

async function restore(number) {
  if (await keep.act("step", { do: "restore", step: number })) tell(words.restored);
}

async function walk(way, line) {
  const done = state[way];
  if (done && (await keep.act("step", { do: way }))) tell(fill(line, told(done)));
}

// On a narrow screen the side covers the board, so it begins folded.
function unfold(open) {
  bars.fold.setAttribute("aria-expanded", String(open));
  document.getElementById("front-panels").hidden = !open;
}

const presses = {
  undo: () => walk("undo", words.undone),
  redo: () => walk("redo", words.redone),
  preview: () => preview(state.head),
  publish: async () => (await keep.act("publish")) && tell(words.published),
  schedule: async () => {
    const fields = await askTime();
    if (fields && (await keep.act("schedule", fields)))
      tell(fill(words.planned, when(fields.at)));
  },
  fold: () => unfold(bars.fold.getAttribute("aria-expanded") !== "true"),
  "restore-printed": () => restore(state.printed?.step ?? 0),
  "restore-auto": () => restore(0),
};
for (const [name, press] of Object.entries(presses)) bars[name].addEventListener("click", press);

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.("input, textarea, dialog")) return;
  const way = { KeyZ: event.shiftKey ? "redo" : "undo", KeyY: "redo" }[event.code];
  if (!way) return;
  event.preventDefault();
  presses[way]();
});

watch(root);
// Whoever carries something sees where it goes.
document.addEventListener("pointermove", () => carry.isCarrying() && drawDue());

// -- what is told

function tell(line, ...buttons) {
  const notice = onPage("notice");
  notice.hidden = !line;
  const fine = () => (notice.hidden = true);
  const all = line ? [...buttons, press(words.fine, fine)] : [];
  notice.replaceChildren(el("span", {}, line ?? ""), ...all);
}

function press(label, act) {
  const button = el("button", { type: "button", class: "button button-small button-secondary" }, label);
  button.addEventListener("click", act);
  return button;
}

function status(name, line = "") {
  onPage("saved").textContent = line || words[name];
  onPage("saved").className = `is-${name}`;
}

const keep = keeper(state, {
  took: () => whenReleased(show),
  status,
  refused: (line) => tell(line),
  other: (changed) => changed && tell(fill(words.other, changed.who)),
  conflicted: ({ message, data }) => {
    const mine = press(words.mine, () => restore(data.aside));
    tell(message, ...(data.aside ? [mine] : []));
  },
});

const preview = previewer();
const tray = makeTray(
  (story) => Boolean(layouts.placeOf(state.layout, story)),
  (stories) => stories.forEach((story) => known.set(story.id, story)),
);
const carry = carrying(root, board, {
  places: () => layouts.places(state.layout).map(layouts.keyOf),
  picked: (story) => say(fill(words.picked, headline(story))),
  over: (key) => {
    const place = placeAt(key);
    const there = board.querySelector(`[data-place="${key}"] .front-headline`)?.textContent ?? words.nothing;
    say(fill(words.over, named(place), there));
  },
  put: (story, key) => put(story, placeAt(key)),
  moveStrip: (section, before) => moveStrip(section, indexOf(before)),
  stepStrip: (section, by) => moveStrip(section, indexOf(section) + by),
  canceled: () => say(words.dropped),
});
tabs((name) => {
  panel = name;
  if (name === "front-history") drawHistory();
});
status("saved");
if (matchMedia("(max-width: 63.99em)").matches) unfold(false);
show();

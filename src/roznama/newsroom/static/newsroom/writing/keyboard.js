// The phonetic Urdu keyboard: whether it is on, in which field, and what a key types.

import { fieldOf } from "./fields.js";
import { layout } from "./known.js";
import { type } from "./typing.js";

const KEPT = "newsroom-keyboard";

// { all: whether it is on where nothing else is said, fields: { key: true or false } }
let state = read();
const watchers = [];

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT));
    return { all: kept?.all === true, fields: Object(kept?.fields) };
  } catch {
    return { all: false, fields: {} };
  }
}

function change(now) {
  state = now;
  try {
    localStorage.setItem(KEPT, JSON.stringify(state));
  } catch {
    // Storage may be forbidden; the switch then lasts for this page.
  }
  tell();
}

const tell = () => watchers.forEach((watcher) => watcher());
export const watch = (watcher) => watchers.push(watcher);

export const isOn = (field) => state.fields[field.key] ?? state.all;
export const isOnEverywhere = () => state.all;
export const everywhere = (all) => change({ all, fields: {} });
export const toggle = (field) =>
  change({ ...state, fields: { ...state.fields, [field.key]: !isOn(field) } });

const isShortcut = ({ code, ctrlKey, altKey, shiftKey, metaKey }) =>
  !shiftKey &&
  !metaKey &&
  ((code === "Space" && ctrlKey && !altKey) || (code === "KeyU" && altKey && !ctrlKey));

function typed(event) {
  const characters = layout.keys[event.code];
  if (!characters || event.isComposing) return "";
  if (event.getModifierState("AltGraph")) return characters[2];
  if (event.ctrlKey || event.metaKey || event.altKey) return "";
  return characters[event.shiftKey ? 1 : 0];
}

function press(event) {
  const field = fieldOf(event.target);
  if (!field) return;
  if (isShortcut(event) && !event.getModifierState("AltGraph")) {
    event.preventDefault();
    if (!event.repeat) toggle(field);
    return;
  }
  const text = isOn(field) ? typed(event) : "";
  if (!text) return;
  event.preventDefault();
  type(field, text);
}

export function listen() {
  // Before the editors: Draft.js takes keys at the root of the page.
  window.addEventListener("keydown", press, true);
  window.addEventListener("storage", ({ key }) => {
    if (key !== KEPT) return;
    state = read();
    tell();
  });
}

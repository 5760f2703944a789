// Urdu for whoever has no Urdu keyboard: keys on the screen, and a switch by
// which the keys of a US keyboard type phonetic Urdu into the field.

const ROWS = [
  ["Digit1", "Digit2", "Digit3", "Digit4", "Digit5", "Digit6", "Digit7", "Digit8", "Digit9", "Digit0"],
  ["KeyQ", "KeyW", "KeyE", "KeyR", "KeyT", "KeyY", "KeyU", "KeyI", "KeyO", "KeyP"],
  ["KeyA", "KeyS", "KeyD", "KeyF", "KeyG", "KeyH", "KeyJ", "KeyK", "KeyL", "Semicolon"],
  ["KeyZ", "KeyX", "KeyC", "KeyV", "KeyB", "KeyN", "KeyM", "Comma", "Period", "Slash"],
];
const KEPT = "urdu-typing";

const input = document.querySelector('.search-form [name="q"]');
const box = document.querySelector("#urdu-keys");
const toggle = document.querySelector("#urdu-keys-toggle");
const physical = document.querySelector("#urdu-typing");
const layout = JSON.parse(box.dataset.layout).keys;

// Typing into the field

function tell(inputType, data = null) {
  input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType, data }));
}

function type(text) {
  // The old command alone leaves the browser's own undo in order.
  if (document.activeElement === input && document.execCommand("insertText", false, text)) return;
  input.setRangeText(text, input.selectionStart, input.selectionEnd, "end");
  tell("insertText", text);
}

function erase() {
  const { selectionStart: start, selectionEnd: end, value } = input;
  const from = start < end ? start : Math.max(0, start - 1);
  if (from === end || !value) return;
  input.setRangeText("", from, end, "end");
  tell("deleteContentBackward");
}

// The keys on the screen

const shift = box.querySelector(".key--shift");
const isMark = (text) => /^\p{M}/u.test(text);

function keyOf(code) {
  const key = document.createElement("button");
  key.type = "button";
  key.className = "key";
  key.tabIndex = -1;
  key.dataset.code = code;
  return key;
}

function rowOf(codes) {
  const row = document.createElement("div");
  row.className = "key-row";
  row.append(...codes.filter((code) => layout[code]).map(keyOf));
  return row;
}

function label() {
  const layer = shift.getAttribute("aria-pressed") === "true" ? 1 : 0;
  for (const key of box.querySelectorAll("[data-code]")) {
    const text = layout[key.dataset.code][layer];
    key.dataset.types = text;
    key.disabled = !text;
    key.textContent = isMark(text) ? `◌${text}` : text;
  }
}

function press(isPressed) {
  shift.setAttribute("aria-pressed", isPressed);
  label();
}

box.prepend(...ROWS.map(rowOf));
label();
box.addEventListener("mousedown", (event) => event.preventDefault());
box.addEventListener("click", ({ target }) => {
  const key = target.closest(".key");
  if (!key) return;
  if (key === shift) {
    press(shift.getAttribute("aria-pressed") !== "true");
  } else if (key.classList.contains("key--erase")) {
    erase();
  } else {
    type(key.dataset.types);
    if (key.dataset.code) press(false);
  }
});

// One stop of the tab key for all of them; arrows go from key to key

const rows = () =>
  [...box.children].map((row) => [...row.querySelectorAll(".key:not(:disabled)")]);
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function stop(key) {
  for (const other of box.querySelectorAll(".key")) other.tabIndex = other === key ? 0 : -1;
}

function walk(from, [down, right]) {
  const all = rows();
  const row = all.findIndex((keys) => keys.includes(from));
  const keys = all[(row + down + all.length) % all.length];
  const place = all[row].indexOf(from) + right;
  return right ? keys.at(place % keys.length) : keys[Math.min(place, keys.length - 1)];
}

box.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  const key = event.target.closest(".key");
  if (!step || !key) return;
  event.preventDefault();
  walk(key, step).focus();
});
box.addEventListener("focusin", ({ target }) => stop(target.closest(".key")));
stop(rows()[1][0]);

toggle.addEventListener("click", () => {
  box.hidden = !box.hidden;
  toggle.setAttribute("aria-expanded", !box.hidden);
  // The device's own keyboard would stand before this one.
  input.inputMode = box.hidden ? "" : "none";
  if (!box.hidden) input.focus();
});

// A US keyboard that types Urdu

function keep() {
  try {
    if (physical.checked) localStorage.setItem(KEPT, "1");
    else localStorage.removeItem(KEPT);
  } catch {
    // Storage may be forbidden; the switch then lasts for this page.
  }
}

function isKept() {
  try {
    return localStorage.getItem(KEPT) === "1";
  } catch {
    return false;
  }
}

function typed(event) {
  const characters = layout[event.code];
  if (!characters || event.isComposing) return "";
  if (event.getModifierState("AltGraph")) return characters[2];
  if (event.ctrlKey || event.metaKey || event.altKey) return "";
  return characters[event.shiftKey ? 1 : 0];
}

physical.checked = isKept();
physical.addEventListener("change", () => {
  keep();
  input.focus();
});
input.addEventListener("keydown", (event) => {
  const text = physical.checked ? typed(event) : "";
  if (!text) return;
  event.preventDefault();
  type(text);
});

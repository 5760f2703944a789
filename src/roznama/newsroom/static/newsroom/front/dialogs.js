// The dialogs: a pin's own words, a time for the front, the preview.

import { addresses, onPage } from "./dom.js";

const dialog = (name) => document.querySelector(`[data-front-dialog="${name}"]`);

// Opens a form and returns its fields when it is kept, null when it is not.
function asked(name, fields) {
  const box = dialog(name);
  const form = box.querySelector("form");
  for (const [key, value] of Object.entries(fields)) {
    const input = form.elements[key];
    if (input.type === "checkbox") input.checked = value;
    else input.value = value;
  }
  box.returnValue = "";
  box.showModal();
  return new Promise((done) => {
    const closed = () => {
      if (box.returnValue !== "keep") return done(null);
      const inputs = Object.keys(fields).map((key) => [key, form.elements[key]]);
      done(Object.fromEntries(inputs.map(([key, one]) => [key, one.type === "checkbox" ? one.checked : one.value])));
    };
    box.addEventListener("close", closed, { once: true });
  });
}

export async function askPin(pin, story) {
  onPage("of").textContent = story.headline;
  const { headline, kicker, picture } = pin;
  const until = pin.until ? pin.until.slice(0, 16) : "";
  const found = await asked("edit", { headline, kicker, picture, until });
  if (!found) return null;
  // An end that was not touched keeps its seconds and its zone.
  return { ...found, until: found.until === until ? pin.until : found.until || null };
}

export const askTime = () => asked("schedule", { name: "", at: "" });

const DESKTOP = 1280;

export function previewer() {
  const box = dialog("preview");
  const frame = onPage("iframe");
  const stage = onPage("stage");
  const buttons = [...document.querySelectorAll("[data-front-frame]")];

  function shape(name) {
    stage.dataset.shape = name;
    for (const one of buttons) one.setAttribute("aria-pressed", String(one.dataset.frontFrame === name));
    fit();
  }

  // A page of a desktop's width, as small as it has to be to stand in this window.
  function fit() {
    const scale = stage.dataset.shape === "desktop" ? Math.min(1, stage.clientWidth / DESKTOP) : 1;
    frame.style.setProperty("--scale", String(scale));
    frame.style.blockSize = scale < 1 ? `${stage.clientHeight / scale}px` : "";
  }

  for (const one of buttons) one.addEventListener("click", () => shape(one.dataset.frontFrame));
  document.querySelector('[data-front="close-preview"]').addEventListener("click", () => box.close());
  window.addEventListener("resize", fit);
  return (step) => {
    frame.src = `${addresses.preview}?step=${step}`;
    box.showModal();
    shape(stage.dataset.shape ?? "phone");
  };
}

// What this browser keeps for one account: choices, drafts, and words that are not acknowledged.
// All of it goes when its owner logs out.

import { config } from "./words.js";

const OWN = `desk:${config.me}:`;

export function kept(name, otherwise) {
  try {
    const text = localStorage.getItem(OWN + name);
    return text === null ? otherwise : JSON.parse(text);
  } catch {
    return otherwise; // storage may be forbidden, or hold what an older page wrote
  }
}

// Returns all that is kept under names that begin so.
export function keptUnder(beginning) {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(OWN + beginning));
    return names.map((name) => kept(name.slice(OWN.length), null)).filter((one) => one !== null);
  } catch {
    return [];
  }
}

export function keep(name, value) {
  try {
    if (value === null || value === "") localStorage.removeItem(OWN + name);
    else localStorage.setItem(OWN + name, JSON.stringify(value));
  } catch {
    // Full or forbidden: it lasts as long as the page.
  }
}

export function forgetAll() {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith("desk:")) localStorage.removeItem(name);
    }
  } catch {
    // Nothing was kept then.
  }
}

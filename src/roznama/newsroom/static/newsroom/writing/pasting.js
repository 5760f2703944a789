// What is pasted: InPage's codes and garbled letters become Urdu, office documents come in clean.

import { recover } from "./asking.js";
import { fieldOf } from "./fields.js";
import { say, words } from "./known.js";
import { notice } from "./notice.js";
import { isOffice, read } from "./office.js";
import { held, paste, pasteBlocks, undo } from "./typing.js";

const ARABIC = /[\u0600-\u06ff]/;
// Letters that the bytes of InPage and of UTF-8 are seen as, in the code page of Windows.
const HIGH = /[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]/g;
const FEWEST = 4;
const SHARE = 0.3; // of what is no space
const SAMPLE = 160; // letters

export function listen() {
  // Before the editors, which would put the text in as it is.
  window.addEventListener("paste", take, true);
}

// The server decides; this only keeps ordinary text from being sent there.
export function looksGarbled(text) {
  if (ARABIC.test(text)) return false;
  if (text.includes("\u0004")) return true;
  const high = text.match(HIGH)?.length ?? 0;
  return high >= FEWEST && high >= SHARE * text.replace(/\s/g, "").length;
}

function take(event) {
  const field = fieldOf(event.target);
  if (!field || !event.clipboardData) return;
  const text = event.clipboardData.getData("text/plain");
  const html = event.clipboardData.getData("text/html");
  if (looksGarbled(text)) {
    stop(event);
    convert(field, text);
  } else if (field.editor && isOffice(html)) {
    const { raw, pictures } = read(html, field.editor.props);
    if (!raw.blocks.length) return;
    stop(event);
    pasteBlocks(field, raw);
    const more = pictures ? ` ${say(words.pictures, pictures)}` : "";
    offer(field, words.office + more, []);
  }
}

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

async function convert(field, text) {
  let answer;
  try {
    answer = await recover(text);
  } catch (error) {
    paste(field, text);
    notice(error.line ?? words.failed);
    return;
  }
  const asItWas = [words.asItWas, () => paste(field, text)];
  if (!answer.kind) return paste(field, text);
  if (answer.kind === "bare") {
    const convert = [words.convert, () => put(field, answer, words.inpage, text)];
    notice(words.bare, [convert, asItWas], sampleOf(answer.text));
    return;
  }
  put(field, answer, words[answer.kind], text);
}

const sampleOf = (text) => (text.length > SAMPLE ? `${text.slice(0, SAMPLE)}…` : text);

function put(field, { text, unknown }, line, original) {
  paste(field, text);
  const more = unknown ? ` ${say(words.unknown, unknown)}` : "";
  offer(field, line + more, [[words.asItWas, () => paste(field, original)]]);
}

// Says what was done, and takes it back on a click as long as nothing was written after it.
function offer(field, line, others) {
  const after = held(field);
  const back = (then) => () => {
    if (held(field) !== after) return;
    undo(field);
    then?.();
  };
  const choices = [[words.takeBack, back()], ...others.map(([label, act]) => [label, back(act)])];
  const shown = notice(line, choices);
  const watch = setInterval(() => {
    if (!shown.isConnected) return clearInterval(watch);
    if (held(field) === after) return;
    for (const one of [...shown.querySelectorAll("button")].slice(0, -1)) one.remove();
    clearInterval(watch);
  }, 400);
}

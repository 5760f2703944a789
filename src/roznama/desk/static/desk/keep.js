// What a reader's browser keeps: secrets by team, and what is not acknowledged yet. Storage may
// be forbidden or full; all of it then lasts as long as the page.

const memory = new Map();

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It stays in memory.
  }
}

function remove(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // It was not there.
  }
}

function keys(prefix) {
  let all = [];
  try {
    all = Object.keys(localStorage);
  } catch {
    // Memory alone.
  }
  return [...new Set([...all, ...memory.keys()])].filter((key) => key.startsWith(prefix));
}

export function secret() {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace("=", "");
}

// crypto.randomUUID is for HTTPS alone.
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// By team: {reader, token, state, name, name_en, unread}. launcher.js reads the same.
export const chatOf = (team) => read(`desk:${team}`);
export const keepChat = (team, values) => write(`desk:${team}`, { ...chatOf(team), ...values });
export const teamOf = (token) =>
  keys("desk:")
    .map((key) => key.slice(5))
    .find((team) => chatOf(team)?.token === token);

export function forgetChat(team) {
  keepChat(team, { token: null, state: null, unread: 0, opening: null });
}

export const language = () => (read("desk-language") === "en" ? "en" : "ur");
export const keepLanguage = (value) => write("desk-language", value);

// What waits to be acknowledged, in the order in which it was said.
export class Outbox {
  constructor(token) {
    this.prefix = `desk-out:${token.slice(0, 10)}:`;
    const kept = keys(this.prefix).map(read).filter(Boolean);
    this.frames = kept.sort((one, other) => one.at - other.at);
  }

  add(frame) {
    const { frames } = this;
    const at = Math.max(Date.now(), (frames.at(-1)?.at ?? 0) + 1);
    frames.push({ ...frame, at });
    // Whether something was read can be said again.
    if (frame.do !== "read") write(this.prefix + frame.uuid, frames.at(-1));
  }

  remove(name) {
    this.frames = this.frames.filter((frame) => frame.uuid !== name);
    remove(this.prefix + name);
  }

  clear() {
    for (const { uuid: name } of this.frames) this.remove(name);
  }
}

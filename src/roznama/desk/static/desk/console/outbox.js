// Commands until they are answered. Each has a UUID from the beginning and is sent again under it
// after a reconnect, a reload or the next morning; the desk does it once.

import { keep, keptUnder } from "./keeping.js";

const AGAIN_AFTER = 3_000;
const LATER = new Set(["again", "too_many"]); // refusals that say: not now

export class Outbox {
  // Each command is kept under a name of its own, so that two tabs do not write over each other.
  #waiting = keptUnder("outbox:").sort((one, other) => one.made - other.made);

  // `send(frame)` puts a frame onto the line; `changed(chat)` is told when what waits changes.
  constructor(send, changed) {
    this.send = send;
    this.changed = changed;
  }

  of(chat) {
    return this.#waiting.filter((frame) => frame.chat === chat);
  }

  add(frame) {
    const whole = { uuid: crypto.randomUUID(), made: Date.now(), ...frame };
    this.#waiting.push(whole);
    this.#keep(whole);
    this.send(stripped(whole));
    return whole.uuid;
  }

  sendAgain() {
    for (const frame of this.#waiting) if (!frame.refused) this.send(stripped(frame));
  }

  // Takes the desk's answer; returns the command it was to, and whether it is settled.
  answered({ ok, no, why, text }) {
    const frame = this.#waiting.find((one) => one.uuid === (ok ?? no));
    if (!frame) return { frame: null, settled: true };
    if (no && LATER.has(why)) {
      setTimeout(() => this.#waiting.includes(frame) && this.send(stripped(frame)), AGAIN_AFTER);
      return { frame, settled: false };
    }
    if (no && isWords(frame)) {
      // Somebody's words are not thrown away because they were refused.
      frame.refused = text;
      this.#keep(frame);
      return { frame, settled: true };
    }
    this.drop(frame.uuid);
    return { frame, settled: true };
  }

  drop(uuid) {
    const frame = this.#waiting.find((one) => one.uuid === uuid);
    this.#waiting = this.#waiting.filter((one) => one.uuid !== uuid);
    keep(`outbox:${uuid}`, null);
    if (frame) this.changed(frame.chat);
  }

  #keep(frame) {
    keep(`outbox:${frame.uuid}`, frame);
    this.changed(frame.chat);
  }
}

export const isWords = ({ do: what }) => what === "send" || what === "note";

// What only this page needs to know is not sent.
function stripped({ shown, refused, made, ...frame }) {
  return frame;
}

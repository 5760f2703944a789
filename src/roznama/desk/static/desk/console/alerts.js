// What calls somebody who looks elsewhere: a tone, and the desktop's notifications.

import { find } from "./dom.js";
import { keep, kept } from "./keeping.js";
import { readerName } from "./lists.js";
import { say } from "./words.js";

const TONES = { offer: [660, 880], message: [740], waiting: [520] }; // hertz, one after the other
const LONG = 0.16; // seconds of each

export class Alerts {
  #audio = null;
  #sound = kept("sound", true);
  #notes = kept("notifications", false);

  constructor(store, open) {
    this.store = store;
    this.open = open;
    this.soundButton = find("#sound");
    this.notesButton = find("#notify");
    this.soundButton.addEventListener("click", () => this.#switchSound());
    this.notesButton.addEventListener("click", () => this.#switchNotes());
    // Browsers let a page sound only after somebody has touched it.
    addEventListener("pointerdown", () => this.#wakeAudio(), { once: true });
    addEventListener("keydown", () => this.#wakeAudio(), { once: true });
    store.addEventListener("offer", ({ detail }) => this.#call("offer", detail.chat));
    store.addEventListener("talk", ({ detail }) => this.#talk(detail));
    store.addEventListener("waiting", ({ detail }) => this.#waiting(detail.chat));
    this.#draw();
  }

  #talk({ chat, fresh = [], isFirst }) {
    const wrote = fresh.some(({ kind, author }) => kind === "message" && author === "reader");
    const isSeen = chat === this.store.selected && document.hasFocus();
    if (wrote && !isFirst && !isSeen && this.store.isMine(this.store.chats.get(chat))) {
      this.#call("message", chat);
    }
  }

  #waiting(id) {
    const chat = this.store.chats.get(id);
    if (this.store.me.on_duty && chat?.offered !== this.store.me.id) this.#call("waiting", id);
  }

  #call(what, id) {
    const chat = this.store.chats.get(id);
    if (!chat) return;
    this.#tone(TONES[what]);
    if (!this.#notes || document.hasFocus() || Notification.permission !== "granted") return;
    // No word of what was said: a desktop is seen by others too.
    const note = new Notification(say(`notify_${what}`, { name: readerName(this.store, chat) }), {
      tag: `${what}:${id}`,
    });
    note.onclick = () => {
      focus();
      this.open(id);
      note.close();
    };
  }

  #tone(pitches) {
    if (!this.#sound || this.#audio?.state !== "running") return;
    const { currentTime: now, destination } = this.#audio;
    pitches.forEach((pitch, index) => {
      const [tone, volume] = [this.#audio.createOscillator(), this.#audio.createGain()];
      const begins = now + index * LONG;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, begins);
      volume.gain.exponentialRampToValueAtTime(0.15, begins + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, begins + LONG);
      tone.connect(volume).connect(destination);
      tone.start(begins);
      tone.stop(begins + LONG);
    });
  }

  #wakeAudio() {
    this.#audio ??= new AudioContext();
    this.#audio.resume();
  }

  #switchSound() {
    this.#sound = !this.#sound;
    keep("sound", this.#sound);
    this.#wakeAudio();
    this.#draw();
    if (this.#sound) setTimeout(() => this.#tone(TONES.message), 100);
  }

  async #switchNotes() {
    if (!("Notification" in globalThis)) return;
    this.#notes = !this.#notes && (await Notification.requestPermission()) === "granted";
    keep("notifications", this.#notes);
    this.#draw();
  }

  #draw() {
    this.soundButton.setAttribute("aria-pressed", String(this.#sound));
    this.notesButton.setAttribute("aria-pressed", String(this.#notes));
    this.notesButton.disabled = !("Notification" in globalThis);
  }
}

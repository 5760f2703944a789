// One conversation as the view sees it: opens it, follows it, says what the reader does.

import { Outbox, chatOf, forgetChat, keepChat, secret, uuid } from "./keep.js";
import { Line, ask } from "./line.js";
import { apply, begin, isGap, renew } from "./state.js";

const RETRY = new Set(["again", "too_many"]);
const pause = (tries) =>
  new Promise((done) => setTimeout(done, Math.min(15_000, 1_000 * 2 ** tries) * (0.5 + Math.random() / 2)));

// What is kept before the first message leaves, so that a reload goes on with the same secrets.
export function prepare(team, words) {
  const known = chatOf(team) ?? {};
  const opening = {
    ...words,
    team,
    reader: known.reader ?? secret(),
    token: known.token ?? secret(),
    uuid: uuid(),
  };
  keepChat(team, { reader: opening.reader, token: opening.token, opening, state: "bot" });
  return opening;
}

export class Talk {
  // `shows` has changed(), refused(text), gone(), back(opening, text).
  constructor({ token, team, language, shows }) {
    Object.assign(this, { token, team, language, shows });
    this.outbox = new Outbox(token);
    this.said = new Map(); // what was acknowledged, until it is told like the rest
    this.chat = null;
    this.promise = null;
    this.status = "connecting";
    this.line = new Line(token, language, this.outbox, {
      place: () => this.chat?.place ?? 0,
      frame: (frame) => this.take(frame),
      status: (word) => this.setStatus(word),
      answer: (answer, frame) => this.answered(answer, frame),
    });
  }

  async start() {
    const opening = this.team && chatOf(this.team)?.opening;
    if (opening && !(await this.open(opening))) return;
    if (!this.isOver) this.line.start();
  }

  stop() {
    this.isOver = true;
    this.line.ending && this.line.stop();
  }

  // Opening is asked until it is answered: the same secrets open the same conversation.
  async open(opening) {
    for (let tries = 0; !this.isOver; tries++) {
      const { isOpen, again, why, text } = await this.askToOpen(opening);
      if (isOpen) return true;
      if (why === "open" && tries < 3) {
        // The browser forgot the token of an open conversation: begin another one.
        Object.assign(opening, { reader: secret() });
        keepChat(this.team, { reader: opening.reader, opening });
      } else if (again) {
        this.setStatus(navigator.onLine ? "waiting" : "offline");
        await pause(tries);
      } else {
        forgetChat(this.team);
        this.shows.back(opening, why, text);
        return false;
      }
    }
    return false;
  }

  async askToOpen(opening) {
    try {
      const answer = await ask("open", { body: opening, language: this.language });
      if (answer.status >= 500) return { again: true };
      const told = await answer.json();
      if (!answer.ok) return { ...told, again: RETRY.has(told.why) };
      // It was open already, perhaps by another tab: the words are then still to be said.
      if (answer.status === 200) {
        this.outbox.add({ do: "send", uuid: opening.uuid, text: opening.text });
      } else this.said.set(opening.uuid, { ...opening, do: "send", at: Date.now() });
      keepChat(this.team, { opening: null });
      this.chat ??= begin(told);
      return { isOpen: true };
    } catch {
      return { again: true };
    }
  }

  setStatus(word) {
    if (word === "gone") {
      this.stop();
      if (this.team && chatOf(this.team)?.token === this.token) forgetChat(this.team);
      this.outbox.clear();
      return this.shows.gone();
    }
    this.status = word;
    this.shows.changed();
  }

  // What comes

  take(frame) {
    if ("promise" in frame) this.promise = frame.promise;
    if (frame.state) {
      this.chat = this.chat ? renew(this.chat, frame.state, frame.after) : begin(frame.state);
      this.team ??= frame.state.team;
    }
    if (frame.typing) this.startTyping();
    for (const event of frame.events ?? []) this.follow(event);
    if (this.chat?.state.stale) this.refresh();
    this.keep();
    this.shows.changed();
  }

  follow(event) {
    if (isGap(this.chat, event)) return this.line.again();
    this.chat = apply(this.chat, event);
    this.said.delete(event.uuid);
    if (event.kind === "queued" || event.kind === "returned") this.promise = null;
    if (event.author === "staff" && event.kind === "message") this.stopTyping();
  }

  // An event that does not tell all: the state is asked for.
  async refresh() {
    if (this.isRefreshing) return;
    this.isRefreshing = true;
    try {
      const { token } = this;
      const answer = await ask(`events?after=${this.chat.place}`, { token });
      if (answer.ok) for (const frame of (await answer.json()).frames) this.take(frame);
    } catch {
      // The next connection brings it.
    }
    this.isRefreshing = false;
  }

  startTyping() {
    clearTimeout(this.ends);
    this.isTyping = true;
    this.ends = setTimeout(() => {
      this.stopTyping();
      this.shows.changed();
    }, 6_000);
  }

  stopTyping() {
    clearTimeout(this.ends);
    this.isTyping = false;
  }

  // For the launcher, on this page and on others.
  keep() {
    const known = this.team && chatOf(this.team);
    if (known?.token !== this.token) return;
    const { state, team_name: name, team_name_en: name_en } = this.chat.state;
    const unread = this.unread;
    if (known.state === state && known.unread === unread && known.name) return;
    keepChat(this.team, { state, name, name_en, unread });
  }

  get unread() {
    const { items, state } = this.chat ?? { items: [] };
    const isNew = ({ author, kind, place }) =>
      author === "staff" && kind === "message" && place > state.reader_read;
    return items.filter(isNew).length;
  }

  // What the reader sees: what was told, then what is on its way.
  get items() {
    const told = this.chat?.items ?? [];
    const known = new Set(told.map((item) => item.uuid));
    const opening = this.team && chatOf(this.team)?.opening;
    const first = opening?.token === this.token ? [{ ...opening, do: "send", at: Date.now() }] : [];
    const waiting = [...first, ...this.said.values(), ...this.outbox.frames].filter(
      (frame) => frame.do === "send" && !known.has(frame.uuid),
    );
    const mine = waiting.map((frame) => ({
      ...frame,
      kind: "message",
      author: "reader",
      body: { files: frame.shown },
      isWaiting: true,
    }));
    return [...told, ...mine];
  }

  // What the reader does

  do(what, words = {}) {
    const frame = { do: what, uuid: uuid(), ...words };
    this.line.send(frame);
    this.shows.changed();
    return frame.uuid;
  }

  answered({ ok, no, text }, frame) {
    if (ok && frame?.do === "send") this.said.set(ok, frame);
    if (no) this.shows.refused(text, no);
    this.shows.changed();
  }

  seen() {
    const { items, state } = this.chat ?? { items: [] };
    const last = items.findLast(({ author }) => author === "staff")?.place ?? 0;
    if (last > Math.max(state?.reader_read ?? 0, this.saidRead ?? 0)) {
      this.saidRead = last;
      this.do("read", { up_to: last });
    }
  }

  fetch(path, options = {}) {
    return ask(path, { token: this.token, language: this.language, ...options });
  }

  // Sends a file; `progress` is called with a share of 1. XMLHttpRequest alone tells it.
  upload(file, progress) {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open("POST", "/desk/api/files");
      request.setRequestHeader("Authorization", `Bearer ${this.token}`);
      request.setRequestHeader("Accept-Language", this.language);
      request.responseType = "json";
      request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
      request.onload = () =>
        request.status === 201 ? done(request.response) : fail(request.response?.text);
      request.onerror = () => fail();
      const form = new FormData();
      form.append("file", file, file.name);
      request.send(form);
    });
  }

  async erase() {
    const answer = await this.fetch("erase", { method: "POST" });
    if (!answer.ok) throw new Error(answer.status);
    this.stop();
    this.outbox.clear();
    if (this.team && chatOf(this.team)?.token === this.token) forgetChat(this.team);
  }
}

// Brings what happens in a conversation and takes what its reader does, over whatever the network
// lets through: a socket, else a stream, else asking again and again.
//
// Whatever is said stays in the outbox until the server has acknowledged it, and is sent again
// with the same UUID; the server writes it once. One is sent at a time, so the order is kept.

const API = "/desk/api/";
const MODES = ["socket", "stream", "poll"];
const KEPT = "desk-mode";
const FIRST = 8_000; // milliseconds until a way that tells nothing counts as blocked
const SILENCE = 25_000;
const PATIENCE = 10_000;
const LONGEST = 30_000;
const AGAIN = new Set(["again", "too_many"]);

const wait = (ms) => new Promise((done) => setTimeout(done, ms));
const backoff = (tries) => (0.5 + Math.random() / 2) * Math.min(LONGEST, 500 * 2 ** tries);

// Ask the desk; `token` goes in a header, never in an address.
export function ask(path, { token, body, language, signal, method = body ? "POST" : "GET" } = {}) {
  const headers = { "Accept-Language": language ?? "ur" };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers["Content-Type"] = "application/json";
  return fetch(API + path, {
    method,
    headers,
    body: body && JSON.stringify(body),
    signal,
    credentials: "omit",
    cache: "no-store",
  });
}

export class Line {
  // `tell` has place(), frame(frame), status(word) and
  // answer({ok|no, why, text}, frame): to what was sent.
  constructor(token, language, outbox, tell) {
    Object.assign(this, { token, language, outbox, tell, tries: 0, mode: 0 });
    try {
      this.mode = Math.max(0, MODES.indexOf(sessionStorage.getItem(KEPT)));
    } catch {
      // It is found out once more.
    }
  }

  start() {
    this.ending = new AbortController();
    const { signal } = this.ending;
    const wake = () => this.wake();
    addEventListener("online", () => ((this.mode = 0), this.wake()), { signal });
    addEventListener("offline", () => this.cut?.abort(), { signal });
    addEventListener("pageshow", wake, { signal });
    // A page that keeps a socket is not kept by the browser for the way back.
    addEventListener("pagehide", () => this.cut?.abort(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden || wake(), { signal });
    this.run();
  }

  stop() {
    this.ending?.abort();
    this.cut?.abort();
    this.rouse?.();
  }

  // Whoever comes back wants to know now: a line that looks open may long be cut.
  wake() {
    if (!this.met) {
      this.tries = 0;
      this.rouse?.();
    } else if (this.write) {
      this.probe(PATIENCE / 2);
    }
  }

  async run() {
    while (!this.ending.signal.aborted) {
      const code = navigator.onLine ? await this.connect() : this.tell.status("offline");
      if (code === 4001) return this.tell.status("gone");
      if (this.ending.signal.aborted) return;
      this.tell.status(navigator.onLine ? "waiting" : "offline");
      if (this.wasMet && Date.now() - this.since > FIRST) this.tries = 0;
      const pause = code === 4029 ? LONGEST : backoff(this.tries++);
      const roused = new Promise((done) => (this.rouse = done));
      await Promise.race([wait(navigator.onLine ? pause : LONGEST), roused]);
    }
  }

  async connect() {
    this.cut = new AbortController();
    this.met = this.wasMet = false;
    const { signal } = this.cut;
    const first = setTimeout(() => this.met || this.cut.abort(), FIRST);
    this.tell.status("connecting");
    let code = 0;
    try {
      code = await this[MODES[this.mode]](signal);
    } catch {
      // Cut, or blocked.
    }
    clearTimeout(first);
    clearTimeout(this.watch);
    clearTimeout(this.overdue);
    this.cut.abort();
    this.wasMet = this.met;
    this.met = false;
    this.write = this.busy = null;
    if (!this.wasMet && code !== 4001) this.mode = (this.mode + 1) % MODES.length;
    return code;
  }

  // The three ways

  socket(signal) {
    return new Promise((end) => {
      const socket = new WebSocket(`${location.origin.replace("http", "ws")}/desk/socket`);
      const { token, language } = this;
      socket.onopen = () =>
        socket.send(JSON.stringify({ hello: token, after: this.tell.place(), language }));
      socket.onclose = ({ code }) => end(code);
      socket.onmessage = ({ data }) => signal.aborted || this.take(JSON.parse(data));
      signal.addEventListener("abort", () => {
        socket.close();
        end(0);
      });
      this.write = (frame) => socket.send(JSON.stringify(frame));
    });
  }

  async stream(signal) {
    const answer = await this.get(`stream?after=${this.tell.place()}`, signal);
    if (!answer.ok) return this.refused(answer);
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 0;
      const parts = (rest + value).split("\n\n");
      rest = parts.pop();
      this.heard();
      for (const part of parts) if (part.startsWith("data: ")) this.take(JSON.parse(part.slice(6)));
    }
  }

  async poll(signal) {
    let seconds = 0;
    while (!signal.aborted) {
      // Asked without waiting at first, and where what waits is cut.
      const asked = Date.now();
      try {
        const path = `events?after=${this.tell.place()}&wait=${seconds}`;
        const answer = await this.get(path, signal);
        if (!answer.ok) return this.refused(answer);
        for (const frame of (await answer.json()).frames) this.take(frame);
      } catch (error) {
        if (!seconds || signal.aborted) throw error;
        this.isCut = true;
      }
      seconds = this.isCut ? 0 : 25;
      if (this.isCut || Date.now() - asked < 300) await wait(this.isCut ? 4_000 : 300);
    }
    return 0;
  }

  get(path, signal) {
    return ask(path, { token: this.token, language: this.language, signal });
  }

  refused({ status }) {
    return { 401: 4001, 429: 4029 }[status] ?? 0;
  }

  // What comes

  take(frame) {
    this.heard();
    if (frame.state && !this.met) {
      this.met = true;
      this.since = Date.now();
      this.tell.status("on");
      try {
        sessionStorage.setItem(KEPT, MODES[this.mode]);
      } catch {
        // It is found out once more.
      }
    }
    if (frame.ok || frame.no) this.answered(frame);
    else if (!frame.pong) this.tell.frame(frame);
    this.pump();
  }

  heard() {
    clearTimeout(this.watch);
    if (this.mode === 0) this.watch = setTimeout(() => this.probe(PATIENCE), SILENCE);
    if (this.mode === 1) this.watch = setTimeout(() => this.cut.abort(), SILENCE * 2);
  }

  probe(patience) {
    clearTimeout(this.watch);
    try {
      this.write({ ping: 1 });
    } catch {
      return this.cut.abort();
    }
    const { cut } = this;
    this.watch = setTimeout(() => cut.abort(), patience);
  }

  // Something is missing: begin again from the last place.
  again() {
    this.cut?.abort();
  }

  // What goes

  send(frame) {
    this.outbox.add(frame);
    this.pump();
  }

  typing() {
    if (this.write && this.met && Date.now() - (this.typed ?? 0) > 3_000) {
      this.typed = Date.now();
      this.write({ do: "typing" });
    }
  }

  pump() {
    const [frame] = this.outbox.frames;
    if (!frame || this.busy || !this.met) return;
    this.busy = frame.uuid;
    const { at, ...told } = frame;
    const { cut } = this;
    if (this.write) {
      this.write(told);
      this.overdue = setTimeout(() => cut.abort(), PATIENCE);
    } else this.post(told);
  }

  async post(told) {
    let answer = { no: told.uuid, why: "again" };
    try {
      const response = await ask("do", { token: this.token, language: this.language, body: told });
      if (response.status === 401) return this.cut.abort();
      const words = await response.json();
      answer = words.ok ? words : { ...words, no: told.uuid };
    } catch {
      // Nothing is known of what was done; the same UUID again will tell.
    }
    this.answered(answer);
  }

  answered(answer) {
    const name = answer.ok ?? answer.no;
    if (name === this.busy) clearTimeout(this.overdue);
    if (answer.no && AGAIN.has(answer.why)) {
      setTimeout(() => {
        if (this.busy === name) this.busy = null;
        this.pump();
      }, 2_000 + 1_000 * Math.random());
      return;
    }
    if (name === this.busy) this.busy = null;
    const sent = this.outbox.frames.find(({ uuid }) => uuid === name);
    this.outbox.remove(name);
    this.tell.answer(answer, sent);
    this.pump();
  }
}

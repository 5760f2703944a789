// The socket: opens, says hello, is opened again when it breaks. It knows nothing of chats.

const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;
const PING = 30_000; // below AWAY_AFTER of desk/duty.py, which takes a silent console for away
const PATIENCE = 12_000;
export const SESSION_ENDED = 4003;

export class Connection {
  #socket = null;
  #wait = FIRST_WAIT;
  #timer = 0;
  #pinging = 0;
  #heard = 0;
  #ended = false;

  // `heard(frame)` takes each frame; `changed(state)` is told connecting, open, lost or ended.
  constructor(path, heard, changed) {
    this.path = path;
    this.heard = heard;
    this.changed = changed;
    addEventListener("online", () => this.#now());
    addEventListener("offline", () => this.#socket?.close());
    document.addEventListener("visibilitychange", () => {
      // A machine that slept finds out at once whether the line still stands.
      if (document.visibilityState === "visible") this.#wakeUp();
    });
  }

  get isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  open() {
    if (this.#ended || (this.#socket && this.#socket.readyState <= WebSocket.OPEN)) return;
    clearTimeout(this.#timer);
    this.changed("connecting");
    const socket = new WebSocket(location.origin.replace(/^http/, "ws") + this.path);
    this.#socket = socket;
    const patience = setTimeout(() => socket.close(), PATIENCE);
    socket.onopen = () => {
      clearTimeout(patience);
      this.#heard = Date.now();
      socket.send(JSON.stringify({ hello: {} }));
      this.#pinging = setInterval(() => this.#ping(), PING);
    };
    socket.onmessage = ({ data }) => {
      this.#heard = Date.now();
      this.#wait = FIRST_WAIT;
      if (socket === this.#socket) this.heard(JSON.parse(data));
    };
    socket.onclose = ({ code }) => {
      clearTimeout(patience);
      if (socket === this.#socket) this.#closed(code);
    };
  }

  // Whether it went onto the line; what must not be lost is kept by the outbox, not here.
  send(frame) {
    if (!this.isOpen) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  #closed(code) {
    clearInterval(this.#pinging);
    this.#socket = null;
    if (code === SESSION_ENDED) {
      this.#ended = true;
      this.changed("ended");
      return;
    }
    this.changed("lost");
    this.#timer = setTimeout(() => this.open(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  #now() {
    this.#wait = FIRST_WAIT;
    this.open();
  }

  #ping() {
    if (Date.now() - this.#heard > PING + PATIENCE) this.#socket.close();
    else this.send({ ping: 1 });
  }

  #wakeUp() {
    if (!this.isOpen) {
      this.#now();
      return;
    }
    const [socket, asked] = [this.#socket, Date.now()];
    this.send({ ping: 1 });
    setTimeout(() => {
      if (socket === this.#socket && this.#heard < asked) socket.close();
    }, PATIENCE);
  }
}

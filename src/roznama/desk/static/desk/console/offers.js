// A chat that is offered to me: it comes up with the time that is left, and goes when it is gone.

import { announce, arrange, find, make } from "./dom.js";
import { readerName } from "./lists.js";
import { clock, named, say } from "./words.js";

export class Offers {
  #cards = new Map();

  constructor(store, open) {
    this.store = store;
    this.open = open;
    this.box = find("#offers");
    store.addEventListener("offer", ({ detail }) => announce(this.#text(detail.chat)));
    store.addEventListener("lists", () => this.draw());
    setInterval(() => this.#tick(), 1000);
  }

  // Takes the offer that runs out first.
  takeFirst() {
    const first = this.#offered()[0];
    if (first) this.#take(first.chat);
    return Boolean(first);
  }

  draw() {
    const offered = this.#offered();
    const ids = new Set(offered.map(({ chat }) => chat));
    for (const id of this.#cards.keys()) if (!ids.has(id)) this.#cards.delete(id);
    arrange(this.box, offered.map((chat) => this.#card(chat)));
    this.box.hidden = offered.length === 0;
    this.#tick();
  }

  #offered() {
    return [...this.store.chats.values()]
      .filter(({ state, offered }) => state === "waiting" && offered === this.store.me.id)
      .sort((one, other) => one.offered_at - other.offered_at);
  }

  #card({ chat, urgent }) {
    if (!this.#cards.has(chat)) {
      this.#cards.set(chat, make(
        "div", { class: urgent ? "offer urgent" : "offer", data: { chat: String(chat) } },
        make("p", { text: this.#text(chat) }),
        make("p", { class: "left", role: "timer", "aria-live": "off" }),
        make("progress", { max: "1", value: "1", "aria-label": say("offer_left_label") }),
        make("button", { type: "button", class: "main", text: say("take"), onclick: () => this.#take(chat) }),
        make("button", { type: "button", text: say("look"), onclick: () => this.open(chat) }),
      ));
    }
    return this.#cards.get(chat);
  }

  #text(id) {
    const chat = this.store.chats.get(id);
    if (!chat) return "";
    const values = { name: readerName(this.store, chat), team: named(this.store.teams.get(chat.team)) };
    return say(chat.urgent ? "offer_urgent" : "offer", values);
  }

  #take(chat) {
    this.store.command("take", chat);
    this.open(chat);
  }

  #tick() {
    for (const [id, card] of this.#cards) {
      const chat = this.store.chats.get(id);
      const whole = (this.store.teams.get(chat?.team)?.offer_seconds ?? 60) * 1000;
      const left = Math.max(0, (chat?.offered_at ?? 0) + whole - this.store.now());
      find(".left", card).textContent = say("offer_left", { clock: clock(left) });
      find("progress", card).value = left / whole;
    }
  }
}

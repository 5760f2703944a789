// Canned replies: a slash at the beginning, then some letters; the arrows choose, Enter takes.

import { announce, arrange, find, make, show } from "./dom.js";
import { readerName } from "./lists.js";
import { config, named, say } from "./words.js";

const MOST = 8;

export class Canned {
  #replies = new Map(); // team -> promise of its replies
  #found = [];
  #at = 0;

  constructor(store, field, take) {
    this.store = store;
    this.field = field;
    this.take = take;
    this.list = find("#canned");
    find("#canned-button").addEventListener("click", () => {
      field.value = "/";
      field.focus();
      this.typed();
    });
  }

  async typed() {
    const { value } = this.field;
    const chat = this.store.chats.get(this.store.selected);
    if (!value.startsWith("/") || value.includes("\n") || !chat) return this.close();
    const replies = await this.#of(chat.team);
    if (this.field.value !== value) return undefined;
    const parts = folded(value.slice(1)).split(/\s+/);
    this.#found = replies
      .filter(({ title, text }) => parts.every((part) => folded(`${title} ${text}`).includes(part)))
      .slice(0, MOST);
    this.#at = 0;
    return this.#draw();
  }

  // Whether a key was meant for the list.
  key(event) {
    if (this.list.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#found.length) {
      this.#at = (this.#at + step + this.#found.length) % this.#found.length;
      this.#draw();
    } else if ((event.key === "Enter" || event.key === "Tab") && this.#found.length) {
      this.#choose(this.#found[this.#at]);
    } else if (event.key === "Escape") {
      this.close();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  close() {
    show(this.list, false);
    this.#found = [];
    this.field.removeAttribute("aria-activedescendant");
  }

  #draw() {
    const options = this.#found.map(({ id, title, text }, index) => make(
      "li", {
        role: "option", id: `canned-${id}`, "aria-selected": String(index === this.#at),
        onmousedown: (event) => {
          event.preventDefault();
          this.#choose(this.#found[index]);
        },
      },
      make("b", { dir: "auto", text: title }), " ", make("span", { dir: "auto", text }),
    ));
    arrange(this.list, options);
    show(this.list, options.length > 0);
    if (options.length) {
      this.field.setAttribute("aria-activedescendant", options[this.#at].id);
      options[this.#at].scrollIntoView({ block: "nearest" });
    } else {
      this.field.removeAttribute("aria-activedescendant");
    }
    announce(say("canned_found", { count: options.length }));
  }

  #choose({ text }) {
    const chat = this.store.chats.get(this.store.selected);
    const values = {
      reader: readerName(this.store, chat),
      professional: named(this.store.me),
      team: named(this.store.teams.get(chat.team)),
    };
    this.close();
    this.take(text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole));
  }

  #of(team) {
    if (!this.#replies.has(team)) this.#replies.set(team, this.#ask(team));
    return this.#replies.get(team);
  }

  async #ask(team) {
    try {
      const answer = await fetch(config.replies.replace("0", team));
      if (answer.ok) return (await answer.json()).replies;
    } catch {
      // Asked again when the next slash is typed.
    }
    this.#replies.delete(team);
    return [];
  }
}

// Urdu keyboards differ in ye, kaf and he; marks are left out by most.
function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/[هة]/g, "ہ")
    .toLowerCase();
}

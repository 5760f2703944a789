// The lists: offered to me, the queue, my chats, others', closed. Walked through with the arrows.

import { all, arrange, find, make, show } from "./dom.js";
import { clock, named, say, time } from "./words.js";

const byWait = (one, other) =>
  Number(other.urgent) - Number(one.urgent) ||
  (one.waiting_since ?? one.opened) - (other.waiting_since ?? other.opened);
const byClosing = (one, other) => (other.closed_at ?? 0) - (one.closed_at ?? 0);
const byWord = (one, other) => (other.last_at ?? 0) - (one.last_at ?? 0);

export class Lists {
  #rows = new Map();

  constructor(store, open) {
    this.store = store;
    this.open = open;
    this.box = find("#lists");
    store.addEventListener("lists", () => this.draw());
    setInterval(() => this.#tick(), 1000);
    this.box.addEventListener("keydown", (event) => this.#walk(event));
  }

  groups() {
    const { me } = this.store;
    const chats = [...this.store.chats.values()];
    const waiting = chats.filter(({ state }) => state === "waiting");
    const active = chats.filter(({ state }) => state === "active");
    return {
      offered: waiting.filter(({ offered }) => offered === me.id).sort(byWait),
      queue: waiting.filter(({ offered }) => offered !== me.id).sort(byWait),
      mine: active.filter((chat) => this.store.isMine(chat)).sort(byWord),
      others: active
        .filter((chat) => !this.store.isMine(chat) && this.store.isHead(chat))
        .sort(byWait),
      closed: chats.filter(({ state }) => state === "closed").sort(byClosing),
    };
  }

  draw() {
    const groups = this.groups();
    for (const [name, chats] of Object.entries(groups)) {
      const section = find(`[data-list="${name}"]`, this.box);
      arrange(find("ul", section), chats.map((chat) => this.#row(chat)));
      find(".count", section).textContent = String(chats.length);
      show(find(".empty", section), chats.length === 0);
      show(section, chats.length > 0 || name === "queue" || name === "mine");
    }
    const withBot = [...this.store.chats.values()].filter(({ state }) => state === "bot").length;
    const line = find("#with-bot");
    line.textContent = say("with_bot", { count: withBot });
    show(line, withBot > 0);
    this.#forgetGone();
    this.#keepOneReachable();
    const unread = groups.mine.reduce((sum, { chat }) => sum + this.store.unread(chat), 0);
    document.title = (unread ? `(${unread}) ` : "") + say("title");
  }

  focus() {
    (find('[tabindex="0"]', this.box) ?? this.box).focus();
  }

  // The chat after or before the one that is open, over all lists.
  neighbor(step) {
    const buttons = this.#buttons();
    const at = buttons.findIndex(({ dataset }) => Number(dataset.chat) === this.store.selected);
    const next = buttons[at < 0 ? 0 : (at + step + buttons.length) % buttons.length];
    return next ? Number(next.dataset.chat) : 0;
  }

  #row(chat) {
    let row = this.#rows.get(chat.chat);
    if (!row) {
      const button = make("button", {
        type: "button", class: "chat", tabindex: "-1", data: { chat: String(chat.chat) },
        onclick: () => this.open(chat.chat),
      });
      row = make("li", {}, button);
      this.#rows.set(chat.chat, row);
    }
    const button = row.firstElementChild;
    const parts = JSON.stringify([chat, this.store.unread(chat.chat), this.store.selected]);
    if (button.dataset.parts !== parts) {
      button.dataset.parts = parts;
      this.#fill(button, chat);
    }
    return row;
  }

  #fill(button, chat) {
    const unread = this.store.unread(chat.chat);
    const isOpen = chat.chat === this.store.selected;
    button.classList.toggle("urgent", chat.urgent);
    if (isOpen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.replaceChildren(
      make("span", { class: "who" }, make("bdi", { text: readerName(this.store, chat) })),
      chat.urgent ? make("strong", { class: "tag tag--urgent", text: say("urgent") }) : "",
      unread ? make("span", { class: "unread", text: say("unread", { count: unread }) }) : "",
      make("span", { class: "where", text: this.#where(chat) }),
      this.#clock(chat),
    );
  }

  #where(chat) {
    const team = this.store.teams.size > 1 ? named(this.store.teams.get(chat.team)) : "";
    const holder = chat.offered ?? chat.professional;
    const person = holder && holder !== this.store.me.id ? named(this.store.nameOf(holder)) : "";
    const language = say(`language_${chat.language}`);
    return [team, person, language].filter(Boolean).join(" · ");
  }

  #clock(chat) {
    if (chat.state === "closed") {
      const stars = chat.stars ? ` · ${"★".repeat(chat.stars)}` : "";
      return make("span", { class: "clock", text: time(chat.closed_at) + stars });
    }
    if (!chat.waiting_since) return make("span", { class: "clock calm", text: say("answered") });
    const since = String(chat.waiting_since);
    return make("span", { class: "clock", data: { since } }, this.#waited(chat.waiting_since));
  }

  #waited(since) {
    return say("waits", { clock: clock(this.store.now() - since) });
  }

  #tick() {
    for (const element of all(".clock[data-since]")) {
      element.textContent = this.#waited(Number(element.dataset.since));
    }
  }

  #forgetGone() {
    for (const id of this.#rows.keys()) if (!this.store.chats.has(id)) this.#rows.delete(id);
  }

  #buttons() {
    return all("section:not([hidden]) button.chat", this.box);
  }

  // One row is reached by Tab; the arrows go on from there.
  #keepOneReachable() {
    const buttons = this.#buttons();
    const wanted =
      buttons.find((button) => button === document.activeElement) ??
      buttons.find(({ dataset }) => Number(dataset.chat) === this.store.selected) ??
      buttons[0];
    for (const button of buttons) button.tabIndex = button === wanted ? 0 : -1;
  }

  #walk(event) {
    const buttons = this.#buttons();
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.altKey) return;
    event.preventDefault();
    buttons[Math.min(Math.max(to, 0), buttons.length - 1)].focus();
    this.#keepOneReachable();
  }
}

// Readers have no account: the name they gave the bot, or a mark that tells them apart.
export function readerName(store, chat) {
  const given = store.talks.get(chat.chat)?.sum.answers.name?.trim();
  return given || say("reader_mark", { mark: chat.id.slice(0, 4).toUpperCase() });
}

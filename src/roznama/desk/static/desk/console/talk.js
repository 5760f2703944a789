// The conversation that is open: what was said, by whom, and what became of it.

import { arrange, announce, find, make, show } from "./dom.js";
import { readerName } from "./lists.js";
import { config, day, named, say, size, time, titled } from "./words.js";
import { isWords } from "./outbox.js";

const NEAR = 120; // pixels from the end that still count as reading the end

export class Talk {
  #drawn = new Map(); // uuid -> { element, parts }
  #shown = 0;
  #readSent = new Map();

  // `edit(entry)` and `remove(entry)` are called for a message of one's own.
  constructor(store, { edit, remove }) {
    this.store = store;
    this.acts = { edit, remove };
    this.log = find("#log");
    this.#stayAtEnd();
    store.addEventListener("talk", ({ detail }) => this.#changed(detail));
    store.addEventListener("typing", () => this.#typing());
    document.addEventListener("visibilitychange", () => this.#markRead());
    addEventListener("focus", () => this.#markRead());
  }

  // A picture comes after its message, and a phone's keyboard takes room: the end stays in sight.
  #stayAtEnd() {
    let isAtEnd = true;
    const stay = () => {
      if (isAtEnd) this.log.scrollTop = this.log.scrollHeight;
    };
    this.log.addEventListener("scroll", () => (isAtEnd = this.#isNearEnd()));
    this.log.addEventListener("load", stay, true);
    new ResizeObserver(stay).observe(this.log);
  }

  #changed({ chat, fresh = [], isFirst }) {
    if (chat !== this.store.selected) return;
    this.draw();
    const news = fresh.filter(({ kind, author }) => kind === "message" && author === "reader");
    if (news.length && !isFirst) {
      announce(say("reader_wrote", { text: news.at(-1).body?.text ?? "" }));
    }
  }

  draw() {
    const { selected } = this.store;
    const talk = this.store.talks.get(selected);
    const chat = this.store.chats.get(selected);
    show(find("#no-talk"), !selected);
    show(find("#talk-body"), Boolean(selected));
    if (!selected) return;
    this.#head(chat, talk);
    if (this.#shown !== selected) this.#drawn.clear();
    const isAtEnd = this.#shown !== selected || this.#isNearEnd();
    this.#shown = selected;
    arrange(this.log, this.#elements(talk));
    const why = talk?.why ? say(`why_${talk.why}`) : "";
    find("#talk-why").textContent = why;
    show(find("#talk-why"), Boolean(why));
    this.#typing();
    if (isAtEnd) this.log.scrollTop = this.log.scrollHeight;
    this.#markRead();
  }

  #head(chat, talk) {
    find("#talk-name").textContent = chat ? readerName(this.store, chat) : say("conversation");
    const team = named(this.store.teams.get(chat?.team)) || talk?.info?.team_name || "";
    const holder = chat?.professional ? named(this.store.nameOf(chat.professional)) : "";
    const state = chat ? say(`state_${chat.state}`) : "";
    find("#talk-team").textContent = [team, state, holder].filter(Boolean).join(" · ");
    show(find("#talk-urgent"), Boolean(chat?.urgent));
  }

  #elements(talk) {
    const sum = talk?.sum;
    const elements = [];
    let before = "";
    for (const entry of sum?.entries ?? []) {
      const date = new Date(entry.at).toDateString();
      if (date !== before) elements.push(this.#day(date, entry.at));
      before = date;
      elements.push(this.#entry(entry, sum));
    }
    const known = new Set((sum?.entries ?? []).map(({ uuid }) => uuid));
    for (const frame of this.store.outbox.of(this.store.selected)) {
      if (isWords(frame) && !known.has(frame.uuid)) elements.push(this.#waiting(frame));
    }
    return elements;
  }

  // Draws again only what has changed: nobody loses their place in the list, or their ear for it.
  #kept(key, parts, draw) {
    const before = this.#drawn.get(key);
    if (before?.parts === parts) return before.element;
    const element = draw();
    this.#drawn.set(key, { element, parts });
    return element;
  }

  #day(date, at) {
    return this.#kept(date, date, () => make("p", { class: "day", text: day(at) }));
  }

  #entry(entry, sum) {
    const isRead = entry.author === "staff" && entry.place && entry.place <= sum.readerRead;
    const mayChange = this.#mayChange(entry);
    const parts = JSON.stringify([entry, isRead, mayChange]);
    return this.#kept(entry.uuid, parts, () => {
      if (entry.kind === "message" || entry.kind === "note") {
        return this.#message(entry, { isRead, mayChange });
      }
      return entry.kind === "urgent" ? this.#card(entry) : this.#happened(entry);
    });
  }

  #mayChange({ kind, author, by, deleted }) {
    const chat = this.store.chats.get(this.store.selected);
    const isOwn = kind === "message" && author === "staff" && by === this.store.me.id && !deleted;
    return isOwn && this.store.isMine(chat);
  }

  #message(entry, { isRead, mayChange }) {
    const isNote = entry.kind === "note";
    const side = isNote ? "note" : entry.author;
    const who = isNote ? say("note_by", { name: named(entry) }) : this.#author(entry);
    const words = entry.deleted
      ? make("p", { class: "words gone", text: say("taken_back") })
      : make("p", { class: "words", dir: "auto", text: entry.text });
    return make(
      "article", { class: `said said--${side}` },
      make("p", { class: "by" }, make("bdi", { text: who })),
      entry.text || entry.deleted ? words : null,
      ...entry.files.map(file),
      make("p", { class: "meta" },
        make("time", { datetime: new Date(entry.at).toISOString(), text: time(entry.at) }),
        entry.edited && !entry.deleted ? make("span", { text: say("edited") }) : null,
        isRead ? make("span", { class: "read", text: say("seen") }) : null,
        ...(mayChange ? this.#changes(entry) : []),
      ),
    );
  }

  #author(entry) {
    if (entry.author === "reader") return say("reader");
    if (entry.author === "bot") return say("bot");
    return [named(entry), titled(entry)].filter(Boolean).join(" · ");
  }

  #changes(entry) {
    const about = entry.text.slice(0, 40);
    const button = (key, act) => make("button", {
      type: "button", class: "small", text: say(key),
      "aria-label": say(`${key}_this`, { text: about }), onclick: () => act(entry),
    });
    return [button("edit", this.acts.edit), button("delete", this.acts.remove)];
  }

  #card({ body }) {
    const numbers = (body.numbers ?? []).map(({ service, number }) =>
      make("li", {}, make("bdi", { text: service }), " ", make("b", { dir: "ltr", text: number })));
    return make(
      "article", { class: "said said--card" },
      make("p", { class: "by", text: say("card") }),
      make("p", { class: "flags", text: (body.flags ?? []).map((flag) => say(`flag_${flag}`)).join(" · ") }),
      body.text ? make("p", { class: "words", dir: "auto", text: body.text }) : null,
      numbers.length ? make("ul", {}, ...numbers) : null,
    );
  }

  #happened(entry) {
    const { body } = entry;
    const key = {
      asked: "event_asked",
      urgency: body.on ? "event_urgent" : "event_not_urgent",
      returned: `event_returned_${body.why}`,
      closed: `event_closed_${entry.author}`,
      transferred: body.team ? "event_transferred_team" : "event_transferred",
      story: body.yes ? "event_story" : "event_no_story",
    }[entry.kind] ?? `event_${entry.kind}`;
    const values = {
      name: named(entry), to: body.name ?? "", text: body.text ?? "", email: body.email ?? "",
      stars: body.stars ?? "", comment: body.comment ?? "",
    };
    return make(
      "p", { class: "event", dir: "auto" },
      make("span", { text: say(key, values) }), " ", make("time", { text: time(entry.at) }),
    );
  }

  #waiting(frame) {
    const key = `waiting:${frame.uuid}`;
    return this.#kept(key, frame.refused ?? "", () => make(
      "article", { class: `said said--${frame.do === "note" ? "note" : "staff"} said--waiting` },
      make("p", { class: "words", dir: "auto", text: frame.text }),
      ...(frame.shown ?? []).map((name) => make("p", { class: "file", text: name })),
      frame.refused
        ? make("p", { class: "meta wrong" },
            make("span", { text: frame.refused }),
            make("button", {
              type: "button", class: "small", text: say("throw_away"),
              onclick: () => this.store.outbox.drop(frame.uuid),
            }))
        : make("p", { class: "meta", text: say("on_its_way") }),
    ));
  }

  #typing() {
    const types = Boolean(this.store.talks.get(this.store.selected)?.typing);
    find("#typing").textContent = types ? say("reader_types") : "";
  }

  #isNearEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    return scrollHeight - scrollTop - clientHeight < NEAR;
  }

  // What stands on a screen that somebody looks at counts as read.
  #markRead() {
    const { selected } = this.store;
    const chat = this.store.chats.get(selected);
    const sum = this.store.talks.get(selected)?.sum;
    if (!sum || !this.store.isMine(chat) || !document.hasFocus() || !this.log.offsetParent) return;
    const last = sum.entries.findLast(({ kind, author }) => kind === "message" && author === "reader");
    const done = Math.max(sum.staffRead, this.#readSent.get(selected) ?? 0);
    if (!last?.place || last.place <= done) return;
    this.#readSent.set(selected, last.place);
    this.store.command("read", selected, { up_to: last.place });
  }
}

function file({ id, kind, name, width, height, size: bytes }) {
  const href = config.files + id;
  if (kind.startsWith("image/")) {
    const picture = make("img", {
      src: href, width, height, loading: "lazy", alt: name || say("picture"),
    });
    return make("a", { class: "picture", href, target: "_blank", rel: "noopener" }, picture);
  }
  const text = `${name || say("document")} (${size(bytes)})`;
  return make("p", { class: "file" }, make("a", { href, download: name || "", text }));
}

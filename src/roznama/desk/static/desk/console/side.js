// Beside the conversation: where the reader came from, what was agreed, what was before.

import { arrange, find, make, show } from "./dom.js";
import { config, day, moment, say } from "./words.js";

const DAY = 86_400_000; // milliseconds

export class Side {
  #made = new Map(); // chat -> what became of its story

  constructor(store, open) {
    this.store = store;
    this.open = open;
    store.addEventListener("talk", ({ detail }) => detail.chat === store.selected && this.draw());
    store.addEventListener("lists", () => this.draw());
    find("#make-story").addEventListener("click", () => this.#makeStory());
  }

  draw() {
    const { selected } = this.store;
    const chat = this.store.chats.get(selected);
    const talk = this.store.talks.get(selected);
    const info = talk?.info;
    show(find("#side-body"), Boolean(info));
    show(find("#no-side"), !info);
    if (!info) return;
    arrange(find("#facts"), this.#facts(chat, info, talk.sum).flatMap(([key, value]) =>
      value ? [make("div", {}, make("dt", { text: say(key) }), make("dd", {}, value))] : []));
    this.#history(info.history ?? []);
    find("#transcript-html").href = config.transcript.replace("0", selected) + "html";
    find("#transcript-json").href = config.transcript.replace("0", selected) + "json";
    this.#story(chat);
  }

  #facts(chat, info, sum) {
    const lasts = (chat?.last_at ?? info.opened) + info.retention_days * DAY;
    return [
      ["fact_page", info.page && make("a", { href: info.page, target: "_blank", rel: "noopener", dir: "ltr", text: decoded(info.page) })],
      ["fact_province", say(`province_${info.summary.province}`)],
      ["fact_language", say(`language_${info.language}`)],
      ["fact_flags", (chat?.flags ?? []).map((flag) => say(`flag_${flag}`)).join(" · ")],
      ["fact_email", sum.email && make("a", { href: `mailto:${sum.email}`, dir: "ltr", text: sum.email })],
      ["fact_opened", moment(info.opened)],
      ["fact_consent", say("consent_version", { version: info.consent, when: moment(info.consented) })],
      ["fact_retention", say("kept_until", { days: info.retention_days, day: day(lasts) })],
      ["fact_rating", chat?.stars && `${say("stars", { count: chat.stars })} ${sum.comment}`],
    ];
  }

  #history(rows) {
    show(find("#no-history"), rows.length === 0);
    arrange(find("#history"), rows.map(({ pk, opened, state, stars }) => make(
      "li", {},
      make("button", { type: "button", class: "link", text: moment(opened), onclick: () => this.open(pk) }),
      " ", make("span", { text: say(`state_${state}`) + (stars ? ` · ${say("stars", { count: stars })}` : "") }),
    )));
  }

  #story(chat) {
    const may = Boolean(chat?.may_publish) && (this.store.isHead(chat) || this.store.isMine(chat)
      || chat.last_professional === this.store.me.id);
    const made = this.#made.get(chat?.chat);
    show(find("#story"), may);
    show(find("#make-story"), !made?.done);
    const told = find("#story-told");
    told.replaceChildren(made?.text ?? "");
    if (made?.url) told.append(" ", make("a", { href: made.url, text: say("story_open") }));
  }

  async #makeStory() {
    const chat = this.store.selected;
    let made;
    try {
      const answer = await fetch(config.story.replace("0", chat), {
        method: "POST", headers: { "X-CSRFToken": config.csrf },
      });
      const told = await answer.json();
      made = answer.ok
        ? { done: true, text: say("story_made"), url: told.url }
        : { done: false, text: told.text };
    } catch {
      made = { done: false, text: say("not_reached") };
    }
    this.#made.set(chat, made);
    this.draw();
  }
}

function decoded(path) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

// <roznama-desk>: the reader's side of the desk. launcher.js puts it over a page, /desk/chat/ has
// it as the page.

import { badge, button, face, h } from "./dom.js";
import { Foot } from "./foot.js";
import { chatOf, forgetChat, keepLanguage, language, teamOf } from "./keep.js";
import { ask } from "./line.js";
import { Log } from "./log.js";
import { lost, startForm, teamList } from "./start.js";
import { Talk, prepare } from "./talk.js";
import { speaker } from "./words.js";

const STYLE = new URL("./chat.css", import.meta.url).href;
const LINK = "desk-link";
const TOKEN = /^#?([\w-]{43})$/;

class Desk extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    this.isPage = this.hasAttribute("page");
    this.known = {};
    this.pictures = new Map();
    this.turn = 0; // of looking which screen it is
    const style = h("link", { rel: "stylesheet", href: STYLE });
    this.styled = new Promise((done) => (style.onload = style.onerror = done));
    this.attachShadow({ mode: "open" }).append(style);
    document.addEventListener("visibilitychange", () => this.show());
    // A minute later it is longer ago that somebody was here.
    setInterval(() => this.talk || document.hidden || this.isWriting || this.begin(), 60_000);
    if (this.isPage) this.openLink();
  }

  // Opening and closing

  async open(from) {
    this.from = from;
    this.say ??= await speaker(language());
    this.frame();
    await Promise.all([this.styled, this.begin()]);
    const { box } = this;
    if (!this.isPage) {
      if (matchMedia("(max-width: 40em), (max-height: 30em)").matches) box.showModal();
      else box.show();
    }
    this.isOpen = true;
    this.show();
    this.focusInside();
  }

  close() {
    this.isOpen = false;
    this.box.close();
    this.from?.focus();
    this.dispatchEvent(new CustomEvent("desk-closed"));
  }

  // A conversation's link: the token leaves the address bar before anything else.
  openLink() {
    const [, token] = TOKEN.exec(location.hash) ?? [];
    if (location.hash) history.replaceState(null, "", location.pathname);
    try {
      if (token) sessionStorage.setItem(LINK, token);
      this.link = token ?? sessionStorage.getItem(LINK);
    } catch {
      this.link = token;
    }
    addEventListener("hashchange", () => TOKEN.test(location.hash) && location.reload());
    this.open();
  }

  frame() {
    if (this.box) return;
    this.box = h(this.isPage ? "section.desk.desk--page" : "dialog.desk", { "aria-labelledby": "title" });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.isPage || event.defaultPrevented) return;
      event.preventDefault();
      this.close();
    });
    this.box.addEventListener("cancel", (event) => event.preventDefault());
    this.shadowRoot.append(this.box);
    this.dress();
  }

  // All that stays while the language stays.
  dress() {
    const { say } = this;
    this.heading = h("h2", { id: "title", tabindex: -1 });
    this.under = h("div.under", {});
    this.note = h("p.note", { role: "status" });
    this.main = h("div.main", {});
    const other = say.language === "ur" ? "en" : "ur";
    const change = button(say("other_language"), () => this.speak(other), { lang: other, class: "language" });
    const close = button("", () => this.close(), { class: "icon icon--close", "aria-label": say("close") });
    const head = h("div.head", {}, this.heading, change, !this.isPage && close, this.under);
    this.box.lang = say.language;
    this.box.dir = say.direction;
    this.box.replaceChildren(head, this.note, this.main);
  }

  async speak(language) {
    keepLanguage(language);
    this.say = await speaker(language);
    this.keepWords();
    this.dress();
    this.screen = null;
    await this.begin();
    this.shadowRoot.querySelector(".language").focus();
  }

  focusInside() {
    const place = this.foot && !this.foot.composer.hidden ? this.foot.text : this.heading;
    place.focus({ preventScroll: true });
  }

  // Which screen

  async begin() {
    const token = this.link;
    const team = token ? teamOf(token) : this.team;
    if (this.talk) return this.show();
    if (token) return this.follow({ token, team });
    const turn = ++this.turn;
    const teams = await this.teams();
    if (this.talk) return this.show();
    if (turn !== this.turn) return;
    const going = team ?? (teams.length < 2 ? teams[0]?.slug : null);
    const open = going ?? teams.map(({ slug }) => slug).find((slug) => this.isGoingOn(slug));
    if (open && chatOf(open)?.token) return this.follow({ token: chatOf(open).token, team: open });
    if (going) return this.startWith(going);
    this.name(this.say("desk"));
    this.main.replaceChildren(teamList(this.say, teams, (slug) => this.choose(slug)));
  }

  isGoingOn(team) {
    const { token, state } = chatOf(team) ?? {};
    return token && state !== "closed";
  }

  async teams() {
    try {
      const answer = await fetch("/live/desk.json", { credentials: "omit" });
      if (answer.ok) this.list = (await answer.json()).teams;
    } catch {
      // What was known stays.
    }
    return this.list ?? [];
  }

  choose(team) {
    this.keepWords();
    this.isWriting = false;
    this.team = team;
    return this.begin().then(() => this.heading.focus());
  }

  async facts(team) {
    const answer = await ask(`team/${team}`, { language: this.say.language });
    if (!answer.ok) throw new Error(answer.status);
    return (this.facing = await answer.json());
  }

  async startWith(slug) {
    const { say, turn } = this;
    let team;
    try {
      team = await this.facts(slug);
    } catch {
      return this.tell(say("trouble"));
    }
    // Meanwhile somebody may have begun to write, or sent it, or chosen something else.
    const isBegun = this.isWriting && this.form?.isConnected && this.form.dataset.team === slug;
    if (this.talk || isBegun || turn !== this.turn) return;
    this.name(say.of(team, "name"), say.of(team, "about"));
    this.form = startForm(say, team, this.known, (words) => this.openWith(slug, words));
    this.form.dataset.team = slug;
    this.form.addEventListener("input", () => (this.isWriting = true));
    const back = this.list?.length > 1 && button(say("back"), () => this.choose(null), { class: "back" });
    this.main.replaceChildren(...[back, this.form].filter(Boolean));
  }

  keepWords() {
    if (this.form?.values) this.known = this.form.values();
  }

  openWith(team, { text, province, agree }) {
    const page = this.isPage ? "" : location.pathname;
    const opening = prepare(team, { text, province, page, consent: agree, language: this.say.language });
    this.form = null;
    this.known = {};
    this.isWriting = false;
    this.follow({ token: opening.token, team });
    this.focusInside();
  }

  // A conversation

  follow({ token, team }) {
    this.talk = new Talk({
      token,
      team,
      language: this.say.language,
      shows: {
        changed: () => this.show(),
        refused: (text) => this.tell(text),
        gone: () => this.end("gone"),
        back: (opening, why, text) => this.goBack(opening, text),
      },
    });
    this.show();
    this.talk.start();
    if (team) this.facts(team).then(() => this.show(), () => {});
  }

  goBack({ team, text, province }, trouble) {
    this.talk = this.screen = null;
    this.known = { text, province, trouble };
    this.startWith(team);
  }

  end(words) {
    this.talk?.stop();
    this.talk = this.screen = null;
    this.unlink();
    this.name(this.say("desk"));
    this.main.replaceChildren(lost(this.say, words, () => this.choose(this.team)));
    this.tell("");
    this.heading.focus();
  }

  unlink() {
    this.link = null;
    try {
      sessionStorage.removeItem(LINK);
    } catch {
      // It was not kept.
    }
  }

  anew() {
    const { team } = this.talk;
    this.talk.stop();
    this.talk = this.screen = null;
    this.unlink();
    forgetChat(team);
    this.choose(team);
  }

  show() {
    const { talk } = this;
    if (!talk || !this.box) return;
    if (this.screen !== talk) this.enter(talk);
    this.head(talk);
    this.log.show(talk);
    this.foot.show(talk);
    const word = { offline: "offline", waiting: "waiting_line", connecting: "connecting" }[talk.status];
    this.setNote(talk.status === "on" ? this.told : talk.chat && word === "connecting" ? "" : this.say(word));
    if (this.isOpen && !document.hidden) talk.seen();
    const unread = this.isOpen && !document.hidden ? 0 : talk.unread;
    this.dispatchEvent(new CustomEvent("desk-unread", { detail: unread }));
  }

  enter(talk) {
    this.screen = talk;
    const { say } = this;
    this.log = new Log(say, {
      answer: (answers, text) => talk.do("send", { text, answers }),
      edit: (target, text) => talk.do("edit", { target, text }),
      remove: (target) => talk.do("delete", { target }),
      url: (file) => this.url(file),
      save: (file) => this.save(`files/${file.id}`, file.name || "file"),
    });
    this.foot = new Foot(say, {
      talk: () => talk,
      send: (text, files) => talk.do("send", this.answering(text, files)),
      typing: () => talk.line.typing(),
      contact: (email) => talk.do("contact", { email }),
      rate: (stars, comment) => talk.do("rate", { stars, comment }),
      copy: () => this.copy(),
      reopen: () => talk.do("reopen"),
      anew: () => this.anew(),
      tell: (text) => this.tell(text),
    });
    const ontoggle = () => this.fillMenu(talk);
    this.menu = h("details.menu", { hidden: true, ontoggle }, h("summary", {}, say("options")));
    this.main.replaceChildren(this.menu, this.log.element, this.foot.element);
  }

  // Words that are written while the bot asks are the answer.
  answering(text, files) {
    const { asking } = this.talk.chat?.state ?? {};
    const told = files.length ? { files: files.map(({ id }) => id), shown: files } : {};
    return { text, ...told, ...(asking && !files.length && { answers: asking }) };
  }

  head(talk) {
    const { say } = this;
    const { state } = talk.chat ?? {};
    const kept = chatOf(talk.team);
    const team = state ? { name: state.team_name, name_en: state.team_name_en } : (kept?.name ? kept : this.facing);
    const person = state?.professional;
    const mark = JSON.stringify([say.language, team?.name, person, this.facing?.slug]);
    this.menu.hidden = !state;
    if (this.headed === mark && this.heading.textContent) return;
    this.headed = mark;
    const card = this.facing?.people.find((one) => one.name === person?.name && one.title === person?.title);
    const about = person
      ? [face(card ?? person), h("span", {}, h("b", {}, say.of(person, "name")), h("small", {}, say.of(person, "title")), badge(say, card))]
      : [];
    this.name(say.of(team, "name") || say("desk"), ...about);
  }

  name(title, ...under) {
    this.heading.textContent = title;
    this.under.replaceChildren(...under);
    this.headed = null;
  }

  // What is done with a conversation

  // Fetched when it is first opened, and tried again when that failed.
  async fillMenu(talk) {
    const { menu, say } = this;
    if (menu.childElementCount > 1) return;
    try {
      const { fill } = await import("./menu.js");
      if (menu.childElementCount === 1) fill(menu, say, talk, this);
    } catch {
      this.tell(say("trouble"));
    }
  }

  async copy() {
    const link = `${location.origin}/desk/chat/#${this.talk.token}`;
    try {
      await navigator.clipboard.writeText(link);
      this.tell(this.say("copied"));
    } catch {
      prompt(this.say("copy_link"), link);
    }
  }

  async erase() {
    try {
      await this.talk.erase();
      this.end("erased");
    } catch {
      this.tell(this.say("trouble"));
    }
  }

  async blob(path) {
    const answer = await this.talk.fetch(path);
    if (!answer.ok) throw new Error(answer.status);
    return answer.blob();
  }

  url({ id }) {
    if (!this.pictures.has(id)) {
      const made = this.blob(`files/${id}`).then((blob) => URL.createObjectURL(blob));
      made.catch(() => this.pictures.delete(id));
      this.pictures.set(id, made);
    }
    return this.pictures.get(id);
  }

  async save(path, name) {
    try {
      const href = URL.createObjectURL(await this.blob(path));
      h("a", { href, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    } catch {
      this.tell(this.say("trouble"));
    }
  }

  // One line for what has to be told

  tell(text) {
    this.told = text;
    this.setNote(text);
    clearTimeout(this.untell);
    this.untell = setTimeout(() => {
      this.told = "";
      this.show();
    }, 10_000);
  }

  setNote(text = "") {
    if (this.note.textContent !== text) this.note.textContent = text;
    this.note.hidden = !text;
  }
}

customElements.define("roznama-desk", Desk);

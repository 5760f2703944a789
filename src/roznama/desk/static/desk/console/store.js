// What the console knows: who is here, the lists, the conversations that are open. Frames change
// it; whoever shows something listens for `lists`, `talk`, `me`, `line`, `typing` and `offer`.

import { Connection } from "./connection.js";
import { Outbox } from "./outbox.js";
import { evolve, NOTHING, unread } from "./state.js";
import { config } from "./words.js";

export class Store extends EventTarget {
  me = { id: config.professional, on_duty: false };
  teams = new Map();
  otherTeams = [];
  people = [];
  chats = new Map(); // id -> summary
  talks = new Map(); // id -> { info, sum, typing, why }
  selected = 0;
  line = "connecting";
  #behind = 0; // how far this machine's clock is behind the desk's, milliseconds

  constructor() {
    super();
    this.connection = new Connection(
      "/desk/staff/socket",
      (frame) => this.#take(frame),
      (line) => this.#lineChanged(line),
    );
    this.outbox = new Outbox(
      (frame) => this.connection.send(frame),
      (chat) => this.#tell("talk", { chat }),
    );
  }

  now() {
    return Date.now() + this.#behind;
  }

  // Does something and sees to it that it arrives; returns its UUID.
  command(what, chat, rest = {}) {
    return this.outbox.add({ do: what, chat, ...rest });
  }

  select(chat) {
    const before = this.selected;
    this.selected = chat;
    if (before && before !== chat && !this.#isKeptOpen(before)) this.#letGo(before);
    if (chat) this.#watch(chat);
    this.#tell("lists");
    this.#tell("talk", { chat });
  }

  setDuty(on) {
    this.connection.send({ do: "duty", on });
  }

  typing(chat) {
    this.connection.send({ do: "typing", chat });
  }

  // Asks anew who is on duty.
  refresh() {
    this.connection.send({ hello: {} });
  }

  isMine(chat) {
    return chat?.state === "active" && chat.professional === this.me.id;
  }

  isHead(chat) {
    return Boolean(this.teams.get(chat?.team)?.is_head);
  }

  // Whether the desk would show its words: the rule of chat/deciding.py.
  mayRead(chat) {
    if (!chat) return false;
    if (this.isHead(chat) || chat.state === "waiting") return true;
    if (chat.professional === this.me.id || chat.offered === this.me.id) return true;
    return chat.state === "closed" && chat.last_professional === this.me.id;
  }

  unread(id) {
    const [chat, talk] = [this.chats.get(id), this.talks.get(id)];
    if (!chat || !talk || !this.isMine(chat)) return 0;
    return unread(talk.sum, "reader", Math.max(talk.sum.staffRead, chat.staff_read));
  }

  nameOf(professional) {
    return this.people.find(({ id }) => id === professional) ?? null;
  }

  #take(frame) {
    if ("pong" in frame) return;
    if ("me" in frame) this.#welcome(frame);
    else if ("summary" in frame) this.#summary(frame.summary);
    else if ("gone" in frame) this.#gone(frame.gone);
    else if ("duty" in frame) this.#duty(frame);
    else if ("people" in frame) this.#peopleChanged(frame.people);
    else if ("typing" in frame) this.#typing(frame.typing);
    else if ("ok" in frame || "no" in frame) this.#answered(frame);
    else if ("state" in frame) this.#state(frame);
    else if ("events" in frame) this.#events(frame);
    else if ("unwatched" in frame) this.#forget(frame.chat, "elsewhere");
  }

  #welcome({ me, teams, other_teams, people, chats, now }) {
    if (now) this.#behind = now - Date.now();
    this.me = me;
    this.teams = new Map(teams.map((team) => [team.pk, team]));
    this.otherTeams = other_teams;
    this.people = people;
    this.chats = new Map(chats.map((chat) => [chat.chat, chat]));
    this.#tell("me");
    for (const chat of this.chats.values()) {
      if (this.#isKeptOpen(chat.chat)) this.#watch(chat.chat);
      if (chat.offered === this.me.id) this.#tell("offer", { chat: chat.chat });
    }
    if (this.selected && !this.#isKeptOpen(this.selected)) this.#watch(this.selected);
    this.outbox.sendAgain();
    this.#tell("lists");
  }

  #summary(chat) {
    const before = this.chats.get(chat.chat);
    if (before && before.seq > chat.seq) return; // an older look that came late
    this.chats.set(chat.chat, chat);
    this.#openOrLetGo(chat);
    if (chat.offered === this.me.id && before?.offered !== this.me.id) {
      this.#tell("offer", { chat: chat.chat });
    }
    if (chat.state === "waiting" && before?.state !== "waiting") {
      this.#tell("waiting", { chat: chat.chat });
    }
    this.#tell("lists");
    this.#tell("talk", { chat: chat.chat });
  }

  #openOrLetGo(chat) {
    const talk = this.talks.get(chat.chat);
    const isWanted = this.#isKeptOpen(chat.chat) || chat.chat === this.selected;
    if (!isWanted && talk) this.#letGo(chat.chat);
    else if (isWanted && (!talk || (talk.why && this.mayRead(chat)))) this.#watch(chat.chat);
  }

  #gone(id) {
    this.chats.delete(id);
    this.#forget(id, "gone");
    this.#tell("lists");
  }

  #duty({ duty, text }) {
    this.me = { ...this.me, on_duty: duty };
    const own = this.nameOf(this.me.id);
    if (own) own.on_duty = duty;
    this.#tell("me", { text });
  }

  #peopleChanged(people) {
    this.people = people;
    const own = this.nameOf(this.me.id);
    // The desk takes people off duty by itself, as when a licence runs out.
    if (own) this.me = { ...this.me, on_duty: own.on_duty };
    this.#tell("me");
    this.#tell("lists");
  }

  #typing(id) {
    const talk = this.talks.get(id);
    if (!talk) return;
    clearTimeout(talk.typing);
    talk.typing = setTimeout(() => {
      talk.typing = 0;
      this.#tell("typing", { chat: id });
    }, 5_000);
    this.#tell("typing", { chat: id });
  }

  #answered(frame) {
    if (frame.no === "watch") {
      this.#forget(frame.chat, frame.why);
      return;
    }
    const { frame: asked } = this.outbox.answered(frame);
    if (asked && frame.no) this.#tell("refused", { asked, text: frame.text, why: frame.why });
  }

  #state({ chat, state, after }) {
    const talk = this.#talk(chat);
    talk.info = state;
    talk.why = "";
    if (!this.chats.has(chat)) this.chats.set(chat, state.summary);
    if (after < talk.sum.last) talk.sum = NOTHING; // the desk begins again: so do we
    this.#tell("talk", { chat });
  }

  #events({ chat, events }) {
    const talk = this.talks.get(chat);
    if (!talk) return;
    const before = talk.sum.last;
    const { state, gap } = evolve(talk.sum, events);
    talk.sum = state;
    if (gap) this.connection.send({ watch: chat, after: state.last });
    const fresh = events.filter(({ seq }) => seq > before && seq <= state.last);
    for (const { uuid } of fresh) this.outbox.drop(uuid); // committed, whatever became of the answer
    if (fresh.some(({ author, kind }) => author === "reader" && kind === "message")) {
      clearTimeout(talk.typing);
      talk.typing = 0;
    }
    this.#tell("talk", { chat, fresh, isFirst: before === 0 });
    this.#tell("lists");
  }

  #talk(id) {
    if (!this.talks.has(id)) {
      this.talks.set(id, { info: null, sum: NOTHING, typing: 0, why: "" });
    }
    return this.talks.get(id);
  }

  #watch(id) {
    const talk = this.#talk(id);
    this.connection.send({ watch: id, after: talk.sum.last });
  }

  // Mine are open all the time, so that what comes in is counted.
  #isKeptOpen(id) {
    return this.isMine(this.chats.get(id));
  }

  #letGo(id) {
    this.talks.delete(id);
    this.connection.send({ unwatch: id });
  }

  // Words that are no longer ours to see leave the page too.
  #forget(id, why) {
    this.talks.delete(id);
    if (id === this.selected) {
      this.talks.set(id, { info: null, sum: NOTHING, typing: 0, why });
    }
    this.#tell("talk", { chat: id });
  }

  #lineChanged(line) {
    this.line = line;
    this.#tell("line");
  }

  #tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

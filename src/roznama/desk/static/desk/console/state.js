// What a conversation is: the sum of its events. Old state + events = fresh state.
//
// Nothing here knows the page, the socket or who looks: a professional counts by `seq`, a reader
// by `place`, and the rest is the same. No state is ever changed, only followed by another.

export const NOTHING = Object.freeze({
  last: 0,
  entries: Object.freeze([]),
  answers: Object.freeze({}),
  readerRead: 0,
  staffRead: 0,
  email: "",
  stars: 0,
  comment: "",
});

// Kinds that are shown as a line of their own; the others change what is shown already.
const SHOWN = new Set([
  "opened", "message", "note", "asked", "urgent", "urgency", "queued", "taken", "transferred",
  "returned", "closed", "reopened", "contact", "rated", "story",
]);

// Returns the state after events; `gap` says that one is missing and none after it was taken.
export function evolve(state, events, number = "seq") {
  let now = state;
  for (const event of events) {
    if (event[number] <= now.last) continue; // brought twice
    if (event[number] !== now.last + 1) return { state: now, gap: true };
    now = { ...add(now, event), last: event[number] };
  }
  return { state: now, gap: false };
}

function add(state, event) {
  const change = CHANGES[event.kind];
  const changed = change && event.body ? change(state, event) : state;
  if (!SHOWN.has(event.kind)) return changed;
  return { ...changed, entries: [...changed.entries, entry(event)] };
}

function entry(event) {
  const body = event.body ?? {};
  return {
    ...event,
    body,
    text: body.text ?? "",
    files: body.files ?? [],
    edited: false,
    // Words that were taken back come without a body.
    deleted: event.body === null && (event.kind === "message"),
  };
}

const CHANGES = {
  message(state, { body, author }) {
    if (author !== "reader" || !body.answers) return state;
    return { ...state, answers: { ...state.answers, [body.answers]: body.text } };
  },
  edited: (state, { body }) =>
    replace(state, body.target, (old) => ({ ...old, text: body.text, edited: true })),
  deleted: (state, { body }) =>
    replace(state, body.target, (old) => ({ ...old, text: "", files: [], deleted: true })),
  read: (state, { body, author }) =>
    author === "reader"
      ? { ...state, readerRead: body.up_to }
      : { ...state, staffRead: body.up_to },
  contact: (state, { body }) => ({ ...state, email: body.email ?? "" }),
  rated: (state, { body }) => ({ ...state, stars: body.stars, comment: body.comment ?? "" }),
};

function replace(state, uuid, change) {
  return {
    ...state,
    entries: state.entries.map((old) => (old.uuid === uuid && !old.deleted ? change(old) : old)),
  };
}

// How many messages of the other side come after a place.
export function unread(state, author, place) {
  return state.entries.filter(
    (one) => one.kind === "message" && one.author === author && one.place > place,
  ).length;
}

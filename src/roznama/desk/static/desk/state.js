// What a conversation is for the one who looks at it: the sum of the events told so far.
// Pure: an old chat and an event make a new chat, and nothing is changed in place.

const person = ({ by, name, name_en, title, title_en }) => ({
  id: by,
  name,
  name_en,
  title,
  title_en,
});
const leave = { professional: null, asking: "" };

// What an event changes in the state, by its kind. `stale` says that the event does not tell
// all of it: the state is to be fetched again.
const CHANGES = {
  message: ({ author, body }) => ({
    ...(author === "reader" && body?.answers && { asking: "" }),
    ...(author === "staff" && { answered: true }),
  }),
  asked: ({ body }) => ({ asking: body.key }),
  queued: () => ({ state: "waiting", asking: "" }),
  urgent: () => ({ urgent: true }),
  urgency: ({ body }) => ({ urgent: body.on }),
  taken: (event) => ({ state: "active", asking: "", professional: person(event) }),
  transferred: ({ body }) =>
    "team" in body
      ? { ...leave, state: "waiting", stale: true }
      : { ...leave, state: "active", professional: { id: body.to, name: body.name }, stale: true },
  returned: () => ({ ...leave, state: "waiting" }),
  closed: () => ({ ...leave, state: "closed" }),
  reopened: () => ({ state: "waiting", asking: "" }),
  read: ({ author, body }) => ({
    [author === "reader" ? "reader_read" : "staff_read"]: body.up_to,
  }),
  contact: () => ({ has_contact: true }),
  rated: ({ body }) => (body ? { stars: body.stars } : { stale: true }),
  story: ({ body }) => ({ may_publish: body.yes }),
};

// Kinds that stand in the conversation as a line of their own.
const SHOWN = new Set([
  "message", "asked", "urgent", "taken", "transferred", "returned", "closed", "reopened", "note",
]);

function withItem(items, event) {
  const { kind, body } = event;
  if (SHOWN.has(kind)) return [...items, { ...event, text: body?.text ?? "", deleted: !body }];
  if (kind !== "edited" && kind !== "deleted") return items;
  // The words of an edit go with the message when that is taken back.
  const change =
    kind === "deleted" ? { deleted: true, text: "", body: null } : { text: body?.text, edited: true };
  const isMeant = (item) => item.uuid === body?.target && !item.deleted;
  return items.map((item) => (isMeant(item) ? { ...item, ...change } : item));
}

// A chat of which only the state has been told.
export const begin = (state) => ({ state: { ...state, stale: false }, place: 0, items: [] });

// The server's state in the place of the sum; `after` is the place that it goes on from.
export const renew = (chat, state, after = chat.place) =>
  after === chat.place ? { ...chat, state: { ...state, stale: false } } : begin(state);

// One event further. What was told before changes nothing; before a gap the chat stays as it
// is, and `isNext` tells.
export function apply(chat, event, number = "place") {
  if (!isNext(chat, event, number)) return chat;
  return {
    ...chat,
    state: { ...chat.state, ...CHANGES[event.kind]?.(event), place: event[number] },
    place: event[number],
    items: withItem(chat.items, event),
  };
}

export const isNext = (chat, event, number = "place") => event[number] === chat.place + 1;
export const isGap = (chat, event, number = "place") => event[number] > chat.place + 1;

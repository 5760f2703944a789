// The story's text as it stands in the form, saved or not: a place for each paragraph and field.

const all = (where, selector) => [...where.querySelectorAll(selector)];

const FIELDS = [
  ["kicker", "kicker"],
  ["title", "headline"],
  ["deck", "deck"],
  ["lead_caption", "caption"],
];

// Which inputs of a block hold text, by the end of their names.
const BLOCKS = {
  paragraph: [[/^$/, "paragraph"]],
  subhead: [[/^$/, "subhead"]],
  quote: [[/^-text$/, "quote"]],
  image: [[/^-caption$/, "caption"]],
  gallery: [[/^-\d+-value-caption$/, "caption"]],
  fact_box: [
    [/^-title$/, "subhead"],
    [/^-text$/, "facts"],
  ],
};
const NAME = /^(body-\d+)-value(.*)$/;

const value = (form, name) => form.elements[name]?.value ?? "";

// A place is { key, kind, text, input } and, in a rich text editor, { block }: its own key there.
export function places(form) {
  const found = FIELDS.flatMap(([name, kind]) => fieldPlaces(form.elements[name], kind));
  for (const input of all(form, '[name^="body-"]')) {
    const kind = kindOf(form, input.name);
    if (kind) found.push(...fieldPlaces(input, kind));
  }
  return found;
}

// What of the story stands outside its text.
export function around(form) {
  const rows = all(form, '[name^="bylines-"][name$="-author"]');
  const authors = rows.filter(
    (row) => row.value && !value(form, row.name.replace(/author$/, "DELETE")),
  );
  return {
    city: value(form, "city"),
    credit: value(form, "credit_line"),
    authors: authors.length,
  };
}

// The number of the story's page; null for a new one, until it was saved.
export const pageOf = (form) => form.action.match(/\/pages\/(\d+)\//)?.[1] ?? null;

function kindOf(form, name) {
  const [, block, rest] = name.match(NAME) ?? [];
  if (!block || value(form, `${block}-deleted`)) return null;
  const item = rest.match(/^-\d+(?=-value)/);
  if (item && value(form, `${block}-value${item[0]}-deleted`)) return null;
  const kinds = BLOCKS[value(form, `${block}-type`)] ?? [];
  return kinds.find(([end]) => end.test(rest))?.[1] ?? null;
}

function fieldPlaces(input, kind) {
  if (!input) return [];
  // A rich text editor keeps its text in a hidden field, as data.
  if (input.type !== "hidden") return [{ key: input.name, kind, text: input.value, input }];
  const content = input.draftailEditor?.getEditorState().getCurrentContent();
  return (content?.getBlocksAsArray() ?? []).map((block) => ({
    key: `${input.name}#${block.getKey()}`,
    kind,
    text: block.getText(),
    input,
    block: block.getKey(),
  }));
}

// Where some words are after the text around them has changed: there, or nowhere to be sure of.

const INSIDE = /[\p{L}\p{M}\p{N}\u200c\u200d]/u;

const inside = (text, at) => at >= 0 && at < text.length && INSIDE.test(text[at]);

// `found` was at [start, end) of `base`. Returns [start, end) in `now`; null when the change
// touched it, or when what stands there is another word, or a part of one.
export function follow(base, now, { start, end, text }) {
  const by = shift(base, now, start, end);
  if (by === null) return null;
  const [from, to] = [start + by, end + by];
  const same =
    now.slice(from, to) === text &&
    inside(now, from - 1) === inside(base, start - 1) &&
    inside(now, to) === inside(base, end);
  return same ? [from, to] : null;
}

// By how much the one stretch that changed moves what is after it.
function shift(base, now, start, end) {
  if (base === now) return 0;
  const most = Math.min(base.length, now.length);
  let head = 0;
  while (head < most && base[head] === now[head]) head += 1;
  if (end <= head) return 0;
  let tail = 0;
  while (tail < most - head && base.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return start >= base.length - tail ? now.length - base.length : null;
}

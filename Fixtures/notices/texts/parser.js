// An explicit mention (@name) beats an implicit one; see the algorithm in RFC 9999, § 3.
// Administration commands are ignored on purpose.
export function mentions(text) {
  return [...text.matchAll(/@([\w-]+)/g)].map((m) => m[1]);
}

/** `changed` is null where no time tells one state from the next. */
type Representation = { readonly etag: string; readonly changed: Date | null };

/**
 * Whether the asker already has what would be sent, by `If-None-Match`, or where that is absent by `If-Modified-Since` (RFC 9110,
 * 13.2.2). Tags are compared weakly, since a proxy that compresses marks them as weak; times by whole seconds, as headers give them;
 * a time that cannot be read is as good as none.
 */
export function isKnown({ etag, changed }: Representation, headers: Headers): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) {
    return tags.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
  }
  if (changed === null) return false;
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return Math.floor(changed.getTime() / 1_000) * 1_000 <= since;
}

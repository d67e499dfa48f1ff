import type { AgentFilter } from "@/db/queries/agents";
import { numberInWords } from "@/lib/archive/counts";
import { readingOf } from "@/lib/archive/edtf";
import { agentHref, hrefWith } from "@/lib/archive/hrefs";
import { agentKindLabels, agentRoleHeadings } from "@/lib/archive/labels";
import { agentKinds, type AgentKind, type AgentRole } from "@/lib/archive/vocabulary";

/** What a list of names can be narrowed to: the letters, and "other" for names that begin with none of them. */
export const letters = [...Array.from("abcdefghijklmnopqrstuvwxyz"), "other"];

type Link = { href: string | null; label: string; count?: string; isCurrent: boolean };

/** Links to the kinds of agents there are, the first one to all. */
export function kindLinks(filter: AgentFilter, counts: ReadonlyMap<AgentKind, number>): Link[] {
  const all = { href: hrefWith("/people", { q: filter.q }), label: "All", isCurrent: filter.kind === null };
  const kinds = agentKinds.flatMap((kind) => {
    const count = counts.get(kind);
    if (!count) return [];
    return [
      {
        href: hrefWith("/people", { kind, q: filter.q }),
        label: agentKindLabels[kind].many,
        count: numberInWords(count),
        isCurrent: filter.kind === kind,
      },
    ];
  });
  return kinds.length > 1 ? [all, ...kinds] : [];
}

/** Links to the letters that names of the chosen kind begin with. */
export function letterLinks(filter: AgentFilter, present: ReadonlySet<string>): Link[] {
  return letters
    .filter((letter) => letter !== "other" || present.has(letter))
    .map((letter) => ({
      href: present.has(letter) ? hrefWith("/people", { kind: filter.kind, letter }) : null,
      label: letter === "other" ? "Other" : letter.toUpperCase(),
      isCurrent: filter.letter === letter,
    }));
}

/** Links to an agent's records by role, the first one to all; none when there is only one role. */
export function roleLinks(
  slug: string,
  chosen: AgentRole | null,
  roles: readonly { role: AgentRole; records: number }[],
): Link[] {
  if (roles.length < 2) return [];
  return [
    { href: agentHref(slug), label: "All", isCurrent: chosen === null },
    ...roles.map(({ role, records }) => ({
      href: hrefWith(agentHref(slug), { role }),
      label: agentRoleHeadings[role],
      count: numberInWords(records),
      isCurrent: chosen === role,
    })),
  ];
}

/** Life or existence dates in words; the expression itself where it cannot be read. */
export const existenceInWords = (edtf: string | null): string | null =>
  edtf === null ? null : (readingOf(edtf) ?? edtf);

import type { AgentFilter } from "@/db/queries/agent-lists";
import { agentSorts, pairModes, type AgentSort, type PairMode } from "@/lib/archive/agent-lists";
import { numberInWords } from "@/lib/archive/counts";
import { readingOf } from "@/lib/archive/edtf";
import { agentHref, hrefWith } from "@/lib/archive/hrefs";
import { agentKindLabels, agentRoleHeadings } from "@/lib/archive/labels";
import { agentKinds, type AgentKind, type AgentRole } from "@/lib/archive/vocabulary";

export type Link = { href: string | null; label: string; count?: string; isCurrent: boolean };

/** What the list of people can be asked for, as its address says it. */
export type PeopleView = AgentFilter & { readonly sort: AgentSort };

/** The address of the list of people in a view; what is usual vanishes. The kind, the letter and the order are kept in each other's links. */
export const peopleQuery = (view: PeopleView) => ({
  q: view.q,
  kind: view.kind,
  letter: view.letter,
  sort: view.sort === agentSorts[0] ? null : view.sort,
  all: view.isWhole ? "yes" : null,
});

/** The address of the list with some of its view changed. */
export const peopleHref = (view: PeopleView, change: Partial<PeopleView> = {}) =>
  hrefWith("/people", peopleQuery({ ...view, ...change }));

/** Links to the kinds of agents there are, the first one to all. */
export function kindLinks(view: PeopleView, counts: ReadonlyMap<AgentKind, number>): Link[] {
  const kinds = agentKinds.flatMap((kind) => {
    const count = counts.get(kind);
    if (!count) return [];
    return [
      {
        href: peopleHref(view, { kind, letter: null }),
        label: agentKindLabels[kind].many,
        count: numberInWords(count),
        isCurrent: view.kind === kind,
      },
    ];
  });
  const all = {
    href: peopleHref(view, { kind: null, letter: null }),
    label: "All",
    isCurrent: view.kind === null,
  };
  return kinds.length > 1 ? [all, ...kinds] : [];
}

const latin = Array.from("abcdefghijklmnopqrstuvwxyz");

/** Links to the letters that names begin with: the Latin ones all, then those of other scripts, then whatever is no letter. */
export function letterLinks(view: PeopleView, counts: ReadonlyMap<string, number>): Link[] {
  const present = [...counts].filter(([, count]) => count > 0).map(([letter]) => letter);
  const others = present.filter((letter) => letter !== "other" && !latin.includes(letter)).toSorted();
  const last = present.includes("other") ? ["other"] : [];
  return [...latin, ...others, ...last].map((letter) => ({
    href: present.includes(letter) ? peopleHref(view, { letter }) : null,
    label: letter === "other" ? "Other" : letter.toUpperCase(),
    ...(present.includes(letter) ? { count: numberInWords(counts.get(letter) ?? 0) } : {}),
    isCurrent: view.letter === letter,
  }));
}

const sortLabels: Record<AgentSort, string> = { name: "By name", records: "Most records first" };

/** Links to the orders of the list. */
export const sortLinks = (view: PeopleView): Link[] =>
  agentSorts.map((sort) => ({
    href: peopleHref(view, { sort }),
    label: sortLabels[sort],
    isCurrent: view.sort === sort,
  }));

/** Links to an agent's records by role, the first one to all; none when there is only one role. */
export function roleLinks(
  slug: string,
  chosen: AgentRole | null,
  roles: readonly { role: AgentRole; records: number }[],
): Link[] {
  if (roles.length < 2) return [];
  return [
    { href: `${agentHref(slug)}#records`, label: "All", isCurrent: chosen === null },
    ...roles.map(({ role, records }) => ({
      href: `${hrefWith(agentHref(slug), { role })}#records`,
      label: agentRoleHeadings[role],
      count: numberInWords(records),
      isCurrent: chosen === role,
    })),
  ];
}

type Portrait = {
  readonly correspondentCount: number;
  readonly places: readonly unknown[];
  readonly subjects: readonly unknown[];
  readonly companions: readonly unknown[];
};

/** Links to the parts that an agent's page has. */
export function sectionLinks(portrait: Portrait, records: number): Link[] {
  const { correspondentCount, places, subjects, companions } = portrait;
  const parts = [
    { id: "correspondents", label: "Correspondents", count: correspondentCount },
    { id: "places", label: "Places", count: places.length },
    { id: "subjects", label: "Subjects", count: subjects.length },
    { id: "companions", label: "Named together", count: companions.length },
  ].filter(({ count }) => count > 0);
  return [...parts, { id: "records", label: "Records", count: records }].map(({ id, label }) => ({
    href: `#${id}`,
    label,
    isCurrent: false,
  }));
}

const pairLabels = (name: string, other: string): Record<PairMode, string> => ({
  letters: "Letters both ways",
  sent: `${name} to ${other}`,
  received: `${other} to ${name}`,
  together: "All records naming both",
});

/** Links to the records between two agents: in each direction that has some, and all that name both. */
export const pairLinks = (
  path: string,
  names: readonly [name: string, other: string],
  counts: Readonly<Record<PairMode, number>>,
  shown: { readonly mode: PairMode; readonly usual: PairMode },
): Link[] =>
  pairModes
    .filter((mode) => counts[mode] > 0)
    .map((mode) => ({
      href: hrefWith(path, { show: mode === shown.usual ? null : mode }),
      label: pairLabels(...names)[mode],
      count: numberInWords(counts[mode]),
      isCurrent: mode === shown.mode,
    }));

/** Life or existence dates in words, "born …" and "since …" where the end is open; the expression itself where it cannot be read. */
export function existenceInWords(kind: AgentKind, edtf: string | null): string | null {
  if (edtf === null) return null;
  const [start = "", end] = edtf.split("/");
  const began = readingOf(start);
  if (end === ".." && began !== null) return `${kind === "person" ? "born" : "since"} ${began}`;
  const ended = end === undefined ? null : readingOf(end);
  if ((start === ".." || start === "") && ended !== null)
    return `${kind === "person" ? "died" : "until"} ${ended}`;
  return began !== null && ended !== null ? `${began} – ${ended}` : (readingOf(edtf) ?? edtf);
}

const scripts = new Intl.DisplayNames("en", { type: "script", fallback: "none" });

/** The English name of a script by its code (ISO 15924): "Cyrl" → "Cyrillic"; null for a code that stands for none. */
export function scriptInWords(code: string | null): string | null {
  if (code === null || !/^[A-Z][a-z]{3}$/.test(code)) return null;
  return scripts.of(code) ?? null;
}

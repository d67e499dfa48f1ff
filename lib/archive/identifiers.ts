/** An id by which another authority file knows an agent. */
export type Identifier = { readonly scheme: string; readonly value: string };

/** Authority files whose entries readers can open, with the address of one entry. */
const resolvers: Readonly<Record<string, { label: string; href: (value: string) => string }>> = {
  gnd: { label: "GND", href: (value) => `https://d-nb.info/gnd/${value}` },
  isni: { label: "ISNI", href: (value) => `https://isni.org/isni/${value.replaceAll(" ", "")}` },
  lcnaf: { label: "LC names", href: (value) => `https://id.loc.gov/authorities/names/${value}` },
  bnf: { label: "BnF", href: (value) => `https://catalogue.bnf.fr/ark:/12148/${value}` },
  snac: { label: "SNAC", href: (value) => `https://snaccooperative.org/view/${value}` },
  ulan: { label: "ULAN", href: (value) => `https://vocab.getty.edu/page/ulan/${value}` },
};

/** "gnd: 118562347" as scheme and value; null when it is not a scheme, a colon and a value. */
export function readIdentifier(line: string): Identifier | null {
  const [, scheme, value] = /^([a-z][a-z0-9-]*)\s*:\s*(\S.*)$/i.exec(line.trim()) ?? [];
  return scheme && value ? { scheme: scheme.toLowerCase(), value } : null;
}

/** An identifier as curators type and read it; the inverse of `readIdentifier`. */
export const identifierInWords = ({ scheme, value }: Identifier): string => `${scheme}: ${value}`;

/** Where readers can open the entry that an identifier names; null for files that have no pages, as imported ones. */
export function identifierLink({ scheme, value }: Identifier): { label: string; href: string } | null {
  const resolver = resolvers[scheme];
  return resolver ? { label: `${resolver.label} ${value}`, href: resolver.href(encodeURI(value)) } : null;
}

import type { MetadataRoute } from "next";

/** Parameters that narrow, sort or show lists in another way; their combinations have no end and hold nothing that lists do not. */
const narrowing = [
  "q",
  "sort",
  "year",
  "kind",
  "letter",
  "role",
  "show",
  "within",
  "under",
  "region",
  "from",
  "to",
  "by",
  "all",
  "month",
  "left",
  "right",
];

/**
 * Machines may read every page, and every list as it stands to its last page; the search, which has an address for any words and
 * filters, lists narrowed or sorted, and the desk are not theirs to walk.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: [
        // All that is searched for, whatever the filters and the format.
        "/search?",
        "/search/suggest",
        "/search/facets/",
        "/search/too-many",
        "/searches/",
        ...narrowing.flatMap((name) => [`/*?${name}=`, `/*&${name}=`]),
        "/admin",
        "/signin",
        "/api/",
      ],
    },
  };
}

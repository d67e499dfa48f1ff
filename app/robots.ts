import type { MetadataRoute } from "next";

/** Machines may read every page; combinations of filters, of which there is no end, and the desk are not theirs to walk. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/search?", "/people?*q=", "/people?*kind=", "/admin", "/signin", "/api/"],
    },
  };
}

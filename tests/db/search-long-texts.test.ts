import { expect, test } from "@playwright/test";
import { ask } from "@/lib/search/engine";
import { rebuildIndex } from "@/lib/search/rebuild";
import { searchRecords } from "@/lib/search/search-records";
import { blankSearch } from "@/lib/search/state";
import { withFreshDatabase } from "../fixtures/database";
import { addLanguage, addPublished } from "../fixtures/searchable";

withFreshDatabase();

/** Beyond what the engine numbers in one attribute, and what one vector of PostgreSQL holds. */
const wordsBefore = 120_000;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await addLanguage("en", "English");
  const long = Array.from({ length: wordsBefore }, (_, n) => `entry${n % 977} of`).join(" ");
  await addPublished("A register in one paragraph", { text: `${long} The kittiwake nested here.` });
  const paragraphs = Array.from({ length: 4_000 }, (_, n) => `Line ${n} of the register.`).join("</p><p>");
  await addPublished("A register in paragraphs", {
    text: `${paragraphs}</p><p>A razorbill on the last line.`,
  });
  await rebuildIndex();
});

async function hitFor(query: string) {
  const results = await searchRecords({ ...blankSearch, query });
  if (results.status === "refused") throw new Error("The search was refused.");
  expect(results.total, query).toBe(1);
  return results.hits[0];
}

for (const query of ["kittiwake", '"kittiwake nested here"', "razorbill", '"razorbill on the last line"']) {
  test(`the end of a long text is searched as its beginning is: ${query}`, async () => {
    const hit = await hitFor(query);
    expect(hit?.snippet?.fragments.filter(({ isMatch }) => isMatch)).not.toEqual([]);
  });
}

test("a hit leads to its paragraph", async () => {
  expect((await hitFor("razorbill"))?.anchor).toBe("p4001");
});

test("the search engine takes in all of it too", async () => {
  for (const q of ["kittiwake", "razorbill"]) {
    const [answer] = await ask([{ q, limit: 1, attributesToRetrieve: ["id"] }]);
    expect(answer?.hits, q).toHaveLength(1);
  }
});

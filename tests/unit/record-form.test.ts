import { expect, test } from "@playwright/test";
import { blankDescription, type RecordDescription } from "@/db/queries/record-description";
import { afterIntent, draftOf, listIntentOf, readDraft } from "@/lib/records/draft";
import { essenceOf } from "@/lib/records/essence";
import { descriptionOf, withoutBlankRows } from "@/lib/records/form";

function posted(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const full: RecordDescription = {
  ...blankDescription("Cable to the ministry"),
  slug: "cable-to-the-ministry",
  summary: "Two lines\nof summary",
  dateEdtf: "1962-10-27",
  rights: { id: 2, name: "No copyright" },
  titles: [{ languageCode: "ru", title: "Шифртелеграмма" }],
  agents: [{ id: 7, name: "Alekseev, Aleksandr", role: "author", nameAsWritten: null }],
  places: [{ id: 3, name: "Havana", role: "written_at" }],
  languages: [{ id: "ru", name: "Russian" }],
  references: [
    {
      repository: { id: 4, name: "Foreign Policy Archive" },
      raw: "f. 0104, op. 18",
      fonds: "0104",
      series: "18",
      file: null,
      folios: "3–5",
      folioFrom: 3,
      folioTo: 5,
    },
  ],
  relations: [{ relatedId: 9, kind: "reply_to", note: null }],
  texts: [
    {
      id: 5,
      kind: "translation",
      languageCode: "en",
      method: "human",
      creditAgent: { id: 12, name: "Serova, Nina" },
      credit: null,
      sourceNote: null,
      html: '<p id="p1">To the <em>ministry</em>.<a href="#n2">*</a></p>\n<hr data-page="2" />\n<p id="p4" data-renders="p1">Two.</p>',
      notes: [
        { number: 2, label: "*", html: "Of <em>foreign</em> affairs &amp; trade.<br />In Havana." },
        { number: 1, label: null, html: "<p>One.</p>\n<p>Two.</p>" },
      ],
    },
  ],
};

test("a description survives its form unchanged", () => {
  const result = descriptionOf(withoutBlankRows(draftOf(full)));
  expect(result).toMatchObject({ ok: true });
  if (result.ok) expect(essenceOf(result.description)).toEqual(essenceOf(full));
});

test("what is missing from a posted form is blank, and strange names are left out", () => {
  const draft = readDraft(posted({ title: "A", "agents.x.id": "1", "__proto__.polluted": "1", "a b": "c" }));
  expect(draft.title).toBe("A");
  expect(draft.agents).toEqual([]);
  expect(draft.adding.agents.text).toBe("");
  expect({}).not.toHaveProperty("polluted");
});

test("rows come in the order of their numbers, gaps closed", () => {
  const draft = readDraft(posted({ "subjects.10.id": "3", "subjects.2.id": "2", "subjects.0.id": "1" }));
  expect(draft.subjects.map(({ id }) => id)).toEqual(["1", "2", "3"]);
});

test("errors stand under the names of the fields", () => {
  const draft = {
    ...draftOf(full),
    title: "  ",
    dateEdtf: "27 October 1962",
    sourceUri: "javascript:alert(1)",
    slug: "No Capitals",
  };
  const result = descriptionOf({
    ...draft,
    relations: draft.relations.map((relation) => ({ ...relation, relatedId: "" })),
    texts: draft.texts.map((text) => ({ ...text, languageCode: "", html: " " })),
  });
  expect(result.ok ? [] : Object.keys(result.errors).toSorted()).toEqual([
    "dateEdtf",
    "relations.0.related",
    "slug",
    "sourceUri",
    "texts.0.html",
    "texts.0.languageCode",
    "title",
  ]);
});

test("rows in which nothing was typed are no rows, a stored text that was emptied is an error", () => {
  const draft = draftOf(blankDescription("A"));
  const withRows = ["titles", "references", "relations", "texts"].reduce((present, list) => {
    const intent = listIntentOf(`row:${list}`);
    return intent ? afterIntent(present, intent) : present;
  }, draft);
  expect(withRows.texts).toHaveLength(1);
  expect(descriptionOf(withoutBlankRows(withRows))).toMatchObject({
    ok: true,
    description: { titles: [], references: [], relations: [], texts: [] },
  });
});

test("plain text becomes paragraphs, HTML is cleaned", () => {
  const text = {
    id: "",
    kind: "transcript",
    languageCode: "en",
    method: "human",
    creditAgent: "",
    creditAgentName: "",
    credit: "",
    notes: "",
    sourceNote: "",
  };
  const htmlOf = (typed: string) => {
    const result = descriptionOf({ ...draftOf(full), texts: [{ ...text, html: typed }] });
    return result.ok ? result.description.texts[0]?.html : null;
  };
  expect(htmlOf("One & two\n\nThree")).toBe("<p>One &amp; two</p>\n<p>Three</p>");
  expect(htmlOf('<p onclick="x()">One</p><script>x()</script>')).toBe("<p>One</p>");
});

for (const [pressed, intent] of [
  ["remove:agents:2", { verb: "remove", list: "agents", index: 2 }],
  ["add:places", { verb: "add", list: "places" }],
  ["row:texts", { verb: "row", list: "texts" }],
  ["add:texts", null],
  ["remove:agents:-1", null],
  ["remove:nothing:1", null],
  ["publish", null],
] as const) {
  test(`the button "${pressed}" is understood`, () => {
    expect(listIntentOf(pressed)).toEqual(intent);
  });
}

test("rows move by one place and never out of the list", () => {
  const draft = readDraft(posted({ "subjects.0.id": "1", "subjects.1.id": "2", "subjects.2.id": "3" }));
  const order = (pressed: string) => {
    const intent = listIntentOf(pressed);
    return (intent ? afterIntent(draft, intent) : draft).subjects.map(({ id }) => id).join("");
  };
  expect(order("up:subjects:2")).toBe("132");
  expect(order("up:subjects:0")).toBe("123");
  expect(order("down:subjects:2")).toBe("123");
  expect(order("remove:subjects:1")).toBe("13");
  expect(order("remove:subjects:9")).toBe("123");
});

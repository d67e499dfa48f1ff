import { expect, test } from "@playwright/test";
import { parseReference, type ReferenceParts } from "@/lib/archive/archival-reference";

const nothing: ReferenceParts = {
  repository: null,
  fonds: null,
  series: null,
  file: null,
  folios: null,
  folioFrom: null,
  folioTo: null,
};

const references: [raw: string, parts: Partial<ReferenceParts>][] = [
  [
    "RGANI, f. 5, op. 49, d. 131, ll. 193-194",
    {
      repository: "RGANI",
      fonds: "f. 5",
      series: "op. 49",
      file: "d. 131",
      folios: "ll. 193-194",
      folioFrom: 193,
      folioTo: 194,
    },
  ],
  [
    "АВП РФ, ф. 0104, оп. 18, д. 9, л. 12",
    {
      repository: "АВП РФ",
      fonds: "ф. 0104",
      series: "оп. 18",
      file: "д. 9",
      folios: "л. 12",
      folioFrom: 12,
      folioTo: 12,
    },
  ],
  [
    "BArch, B 136/59748, 403-410",
    { repository: "BArch", fonds: "B 136", file: "59748", folios: "403-410", folioFrom: 403, folioTo: 410 },
  ],
  [
    "SAPMO, DY 30/3682, Bl. 12-14",
    { repository: "SAPMO", fonds: "DY 30", file: "3682", folios: "Bl. 12-14", folioFrom: 12, folioTo: 14 },
  ],
  [
    "Johnson Library, NSF, Country File, Cuba, Meetings, 12/63–3/65",
    {
      repository: "Johnson Library",
      fonds: "NSF",
      series: "Country File",
      file: "Cuba, Meetings, 12/63–3/65",
    },
  ],
  ["763.72111/34¾", { series: "763.72111", file: "34¾" }],
  ["740.0011 Pacific War/3272: Telegram", { series: "740.0011 Pacific War", file: "3272" }],
  ["501.BC/1–2448: Telegram", { series: "501.BC", file: "1–2448" }],
  [
    "Department of State, Central Files, 751G.00/7–2055",
    { repository: "Department of State", fonds: "Central Files", series: "751G.00", file: "7–2055" },
  ],
  [
    "Department of State, NEA Files: Lot 72 D 294, PCC May–June 1960",
    { repository: "Department of State", fonds: "NEA Files: Lot 72 D 294", file: "PCC May–June 1960" },
  ],
  [
    "Eisenhower Library, Dulles Papers, General Telephone Conversations. Transcribed by Bernau",
    { repository: "Eisenhower Library", fonds: "Dulles Papers", file: "General Telephone Conversations" },
  ],
  [
    "U.S. Army Center for Military History, DepCORDS/MACV Papers, 1968",
    {
      repository: "U.S. Army Center for Military History",
      fonds: "DepCORDS/MACV Papers",
      file: "1968",
      folios: null,
    },
  ],
  ["TsAMO, f. 16, pp. 707–14", { repository: "TsAMO", fonds: "f. 16", folioFrom: 707, folioTo: 714 }],
  ["Archive, Box 3, 192r-193v", { fonds: "Box 3", folios: "192r-193v", folioFrom: 192, folioTo: 193 }],
  ["in a private collection", {}],
  ["", {}],
  [", , ,", {}],
];

for (const [raw, parts] of references) {
  test(`“${raw}” is read`, () => {
    expect(parseReference(raw)).toMatchObject(parts);
  });
}

test("what is no reference has no parts", () => {
  for (const raw of ["", " ", ", , ,", "in a private collection", "…"])
    expect(parseReference(raw)).toEqual(nothing);
});

test("long and hostile text is read in no time", () => {
  const began = performance.now();
  for (const raw of [
    "f. ".repeat(50_000),
    "1".repeat(200_000),
    "A, ".repeat(50_000),
    "1-".repeat(100_000),
    "(".repeat(99_999),
  ])
    expect(() => parseReference(raw)).not.toThrow();
  expect(performance.now() - began).toBeLessThan(500);
});

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
      file: "Cuba, Meetings, 12/63-3/65",
    },
  ],
  ["763.72111/34¾", { file: "763.72111", folios: "34¾", folioFrom: null }],
  ["740.0011 Pacific War/3272: Telegram", { file: "740.0011 Pacific War", folios: "3272" }],
  ["501.BC/1–2448: Telegram", { file: "501.BC", folios: "1–2448" }],
  [
    "Department of State, Central Files, 751G.00/7–2055",
    {
      repository: "Department of State",
      fonds: "Central Files",
      series: null,
      file: "751G.00",
      folios: "7–2055",
      folioFrom: null,
    },
  ],
  [
    "Department of State, Central Files, 737.00/11–162",
    { repository: "Department of State", fonds: "Central Files", file: "737.00", folios: "11–162" },
  ],
  [
    "Source: Department of State, Central Files, 611.37/11-1262. Secret; Niact; Verbatim Text.",
    { repository: "Department of State", fonds: "Central Files", file: "611.37", folios: "11-1262" },
  ],
  [
    "RG 59, Central Files 1960–63, 611.37/11-1262",
    { repository: null, fonds: "RG 59", series: "Central Files 1960-63", file: "611.37", folios: "11-1262" },
  ],
  [
    "NARA, RG 84, Entry P78, Box 1, LAB 3",
    { repository: "NARA", fonds: "RG 84", series: "Entry P78", file: "Box 1, LAB 3", folios: null },
  ],
  [
    "National Archives, RG 59, Central Files 1967–69, POL 27 VIET S. Top Secret; Nodis.",
    {
      repository: "National Archives",
      fonds: "RG 59",
      series: "Central Files 1967-69",
      file: "POL 27 VIET S",
    },
  ],
  [
    "Summary: The Embassy reported. Source: National Archives, RG 59, Central Files, 1960-63",
    {
      repository: "National Archives",
      fonds: "RG 59",
      series: "Central Files",
      file: "1960-63",
      folios: null,
    },
  ],
  ["Summary: The Embassy reported on a meeting, and on another one", { repository: null, fonds: null }],
  ["FO 371/162347", { repository: null, fonds: "FO", series: "FO 371", file: "162347" }],
  [
    "TNA, PREM 11/3689, ff. 12-14",
    { repository: "TNA", fonds: "PREM", series: "PREM 11", file: "3689", folioFrom: 12, folioTo: 14 },
  ],
  ["TNA, FO 371/162347, AK 1051/12", { series: "FO 371", file: "162347, AK 1051/12" }],
  ["PA AA, B 10, Bd. 123, Bl. 4-6", { repository: "PA AA", fonds: "B 10", file: "Bd. 123", folioFrom: 4 }],
  ["PAAA, MfAA, A 17402", { repository: "PAAA", fonds: "MfAA", file: "A 17402" }],
  ["BArch, B 136/59748, 1962-1965", { fonds: "B 136", file: "59748, 1962-1965", folios: null }],
  [
    "ф. 5, оп. 49, д. 131, л. 193",
    { repository: null, fonds: "ф. 5", series: "оп. 49", file: "д. 131", folioFrom: 193, folioTo: 193 },
  ],
  [
    "ГА РФ. Ф. Р-5446. Оп. 120. Д. 1720. Л. 5–8.",
    { repository: "ГА РФ", fonds: "Ф. Р-5446", series: "Оп. 120", file: "Д. 1720", folioFrom: 5, folioTo: 8 },
  ],
  [
    "GARF f. R-5446 op. 120 d. 1720 ll. 5-8",
    { repository: "GARF", fonds: "f. R-5446", series: "op. 120", file: "d. 1720", folioTo: 8 },
  ],
  [
    "AVPRF, fond 0104, opis 18, papka 121, delo 9, listy 12-15",
    { repository: "AVPRF", fonds: "fond 0104", series: "opis 18", file: "papka 121, delo 9", folioFrom: 12 },
  ],
  [
    "РГАНИ. Фонд 5. Опись 49. Дело 131. Листы 193–194",
    { repository: "РГАНИ", fonds: "Фонд 5", series: "Опись 49", file: "Дело 131", folioFrom: 193 },
  ],
  ["RGASPI, f. 82, op. 2, d. 1327, l. 12 ob.", { file: "d. 1327", folios: "l. 12 ob", folioTo: 12 }],
  [
    "CDA, Fond 1-B, Opis 64, A.E. 300, l. 1-3",
    { repository: "CDA", fonds: "Fond 1-B", series: "Opis 64", file: "A.E. 300", folioTo: 3 },
  ],
  [
    "Fond 1-B, Opis 64, A.E. 300",
    { repository: null, fonds: "Fond 1-B", series: "Opis 64", file: "A.E. 300" },
  ],
  ["ЦДА, Фонд 1-Б, опис 64, а.е. 300", { repository: "ЦДА", fonds: "Фонд 1-Б", file: "а.е. 300" }],
  [
    "ANIC, fond CC al PCR – Secția Relații Externe, dosar 12/1962, f. 3-5",
    {
      repository: "ANIC",
      fonds: "fond CC al PCR - Secția Relații Externe",
      series: null,
      file: "dosar 12/1962",
      folioFrom: 3,
      folioTo: 5,
    },
  ],
  [
    "Národní archiv, KSČ-ÚV-02/1, sv. 12, ar. j. 13, bod 5",
    { repository: "Národní archiv", fonds: "KSČ-ÚV-02/1", series: "sv. 12", file: "ar. j. 13, bod 5" },
  ],
  [
    "AAN, KC PZPR, sygn. 1354, k. 3–5",
    { repository: "AAN", fonds: "KC PZPR", file: "sygn. 1354", folioTo: 5 },
  ],
  ["AMSZ, z. 11, w. 23, t. 345", { repository: "AMSZ", fonds: "z. 11", series: "w. 23", file: "t. 345" }],
  ["MNL OL XIX-J-1-j", { repository: "MNL OL", fonds: "XIX-J-1-j", file: null }],
  [
    "MNL OL, XIX-J-1-j-Kuba-1962, 17. doboz",
    { repository: "MNL OL", fonds: "XIX-J-1-j", file: "Kuba-1962, 17. doboz" },
  ],
  ["MOL, M-KS 288. f. 5/279. ő.e.", { repository: "MOL", fonds: "M-KS 288. f", file: "5/279. ő.e" }],
  ["PRCFMA, No. 111-00342-03", { repository: "PRCFMA", fonds: "111", file: "00342", folios: "03" }],
  ["No. 111-00342-03", { repository: null, fonds: "111", file: "00342", folios: "03" }],
  [
    "National Archives, RG 59, Central Foreign Policy File, P840114–1819",
    { fonds: "RG 59", series: "Central Foreign Policy File", file: "P840114-1819" },
  ],
  [
    "National Archives, RG 59, Central Foreign Policy File, D790451–0362",
    { fonds: "RG 59", file: "D790451-0362" },
  ],
  ["IO Files: US/S/305: Telegram", { repository: null, fonds: "IO Files: US/S/305" }],
  ["Roosevelt Papers", { repository: null, fonds: "Roosevelt Papers" }],
  [
    "Department of State, NEA Files: Lot 72 D 294, PCC May–June 1960",
    { repository: "Department of State", fonds: "NEA Files: Lot 72 D 294", file: "PCC May-June 1960" },
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
  [
    "Department of State, Central Files, 303/10–1160",
    { fonds: "Central Files", file: "303", folios: "10–1160", folioFrom: null },
  ],
  ["Department of State, Central Files 303/10-1661", { fonds: "Central Files", file: "303" }],
  ["DOS, CF, 724.00/7–2461", { repository: "DOS", fonds: "Central Files", file: "724.00" }],
  ["DOS, CF 724.00/7–2461", { repository: "DOS", fonds: "Central Files", file: "724.00" }],
  [
    "Department of State, conference files: Lot 60 D 627, CF 447",
    { fonds: "Conference Files: Lot 60 D 627", file: "CF 447" },
  ],
  ["Department of State, Central Files, POL 23–8 CYP", { fonds: "Central Files", file: "POL 23-8 CYP" }],
  ["Department of State, Central Files, POL 23 – 8 CYP", { fonds: "Central Files", file: "POL 23-8 CYP" }],
  ["Department of State, Central Files 1960–63, POL 7", { fonds: "Central Files 1960-63", file: "POL 7" }],
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

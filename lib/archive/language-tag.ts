/** ISO 639-2/B codes of languages whose BCP 47 tag has two letters; three-letter tags are their own code, bar a few. */
const bibliographic = new Map(
  (
    "af afr,am amh,ar ara,az aze,be bel,bg bul,bn ben,bs bos,ca cat,cs cze,da dan,de ger,el gre,en eng,es spa,et est,fa per," +
    "fi fin,fr fre,ga gle,he heb,hi hin,hr hrv,hu hun,hy arm,id ind,is ice,it ita,ja jpn,ka geo,kk kaz,km khm,ko kor,la lat," +
    "lo lao,lt lit,lv lav,mk mac,mn mon,ms may,my bur,ne nep,nl dut,no nor,pl pol,ps pus,pt por,ro rum,ru rus,sk slo,sl slv," +
    "sq alb,sr srp,sv swe,sw swa,ta tam,te tel,tg tgk,th tha,tk tuk,tr tur,tt tat,uk ukr,ur urd,uz uzb,vi vie,yi yid,zh chi"
  )
    .split(",")
    .map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)]),
);

const rightToLeft = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo"]);

const englishNames = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/**
 * What the archive stores about a language: its English name, its ISO 639-2/B code ("und" where there is none we know) and the
 * direction its script is set in. Takes a canonical BCP 47 tag.
 */
export function languageOf(tag: string) {
  const { language, script } = new Intl.Locale(tag).maximize();
  return {
    code: tag,
    name: englishNames.of(tag) ?? tag,
    iso6392b: language.length === 3 ? language : (bibliographic.get(language) ?? "und"),
    direction: script !== undefined && rightToLeft.has(script) ? "rtl" : "ltr",
  };
}

const scripts = ["Latn", "Cyrl", "Arab", "Hebr", "Grek", "Armn", "Geor"] as const;
const letters = new Map(scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, "gu")]));

/** Letters of a text that are looked at to tell its script. */
const sampleLength = 2_000;

/** Whether letters of the English alphabet are more than half of all there is: most texts are told so without their letters being sorted. */
function isPlainlyLatin(sample: string): boolean {
  let count = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const lowered = sample.charCodeAt(at) | 32;
    if (lowered >= 97 && lowered <= 122) count += 1;
  }
  return count * 2 > sample.length;
}

/** The script (ISO 15924) that most letters of a text are in; null for a mixture and for scripts that we do not tell. */
export function scriptOf(text: string): string | null {
  const sample = text.slice(0, sampleLength);
  if (isPlainlyLatin(sample)) return "Latn";
  const all = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, letter] of letters) if ((sample.match(letter)?.length ?? 0) * 2 > all) return script;
  return null;
}

/**
 * The tag of a text in the script that it is written in (BCP 47, RFC 5646 2.2.3): Ottoman Turkish ("ota") in Latin letters is
 * "ota-Latn". A tag that names a script, or a text in the language's usual one or one that we do not tell, keeps its tag.
 */
export function tagInScriptOf(tag: string, text: string): string {
  const locale = new Intl.Locale(tag);
  const usual = locale.maximize().script;
  const script = scriptOf(text);
  if (locale.script !== undefined || usual === undefined || script === null || script === usual) return tag;
  return new Intl.Locale(tag, { script }).toString();
}

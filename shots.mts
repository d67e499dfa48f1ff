import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
for (const scheme of ["light","dark"] as const) for (const [w,h] of [[1440,900],[390,844]] as const) {
  const c = await b.newContext({ colorScheme: scheme, viewport: { width: w, height: h } });
  const p = await c.newPage(); p.on("console",m=>m.type()==="error"&&console.log(m.text())); p.on("pageerror",e=>console.log(e.message));
  for (const [name,path,q] of [["home","/","Хрущ"],["header","/collections","cuba"],["search","/search?q=Cuba","mik"]] as const) {
    await p.goto("http://127.0.0.1:3330"+path);
    const f = p.locator("input[data-suggest]:visible"); await f.fill(""); await f.pressSequentially(q);
    await p.getByRole("option").first().waitFor({timeout:5000}).catch(()=>console.log("none",name)); await p.keyboard.press("ArrowDown");
    await p.waitForTimeout(200);
    await p.screenshot({ path: `/tmp/names-shots/${name}-${w}-${scheme}.png` });
  } await c.close(); }
await b.close();

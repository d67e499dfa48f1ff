import { expect, test } from "@playwright/test";
import { permissions, may, type Action } from "@/lib/archive/permissions";
import { provenCurator } from "@/lib/archive/curator";
import { userRoles } from "@/lib/archive/vocabulary";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import { safeReturnPath } from "@/lib/auth/return-path";

for (const path of ["/admin", "/admin/records/7", "/admin/records?status=draft&page=2"]) {
  test(`${path} is a way back after signing in`, () => {
    expect(safeReturnPath(path)).toBe(path);
  });
}

for (const path of [
  "//evil.example",
  "https://evil.example/admin",
  "/\\evil.example",
  "/admin\\@evil.example",
  "/admin/\n//evil.example",
  "/administrator",
  "javascript:alert(1)",
  undefined,
  ["/admin/records"],
]) {
  test(`${JSON.stringify(path)} leads to the desk and nowhere else`, () => {
    expect(safeReturnPath(path)).toBe("/admin");
  });
}

test("passwords are kept as argon2id, each with its own salt", async () => {
  const [one, two] = [
    await hashPassword("correct horse battery"),
    await hashPassword("correct horse battery"),
  ];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await verifyPassword(one, "correct horse battery")).toBe(true);
  expect(await verifyPassword(one, "correct horse batterz")).toBe(false);
  expect(await verifyPassword(null, "no account has this password")).toBe(false);
});

test("each role may do what the table says and nothing else", () => {
  for (const role of userRoles) {
    const curator = provenCurator({ id: 1, name: "A", email: "a@archive.test", role });
    const allowed = (Object.keys(permissions) as Action[]).filter((action) => may(curator, action));
    const expected = {
      administrator: Object.keys(permissions),
      editor: Object.keys(permissions).filter((action) => action !== "user.manage"),
      contributor: ["record.read-unpublished", "record.describe", "authority.create", "search.save"],
      viewer: ["record.read-unpublished"],
    }[role];
    expect(allowed, role).toEqual(expected);
  }
});

export async function hashPassword(p: string) { return `x${p}`; }

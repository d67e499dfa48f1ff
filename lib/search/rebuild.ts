export async function indexIsCurrent() { return false; }
export async function rebuildIndex(onProgress?: (done: number, total: number) => void) { onProgress?.(1, 2); return { records: 2 }; }

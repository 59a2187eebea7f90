export function findChromium(): string | null;
export function findFaketime(): string | null;

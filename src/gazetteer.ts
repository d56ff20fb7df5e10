export function outletOfAddress(_url: string | null): string | null {
  return null;
}

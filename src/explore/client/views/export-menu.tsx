/** Takes away what is seen: as a drawing, as data, or as one file that opens without a server. */
export function ExportMenu() {
  return null;
}

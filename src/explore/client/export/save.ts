/** Hands a file to the reader. */

export function save(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the click is done.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name that every file system takes: letters, digits and hyphens of what it is about. */
export const fileName = (about: string, ending: string): string => {
  const words = about.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const stem = words.join('-').slice(0, 60).replace(/-+$/, '');
  return `hearsay-${stem || 'page'}.${ending}`;
};

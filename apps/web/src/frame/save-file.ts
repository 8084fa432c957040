/** Gives a file to whoever looks at the page. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it once this task is over.
  window.setTimeout(() => URL.revokeObjectURL(address), 0);
}

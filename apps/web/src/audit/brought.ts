import type { BroughtBundle } from './verify-task';

/** The files that were chosen, by their names within the folder where it is one. */
export function broughtFiles(files: readonly File[]): BroughtBundle {
  return files.map((file) => ({ name: file.webkitRelativePath.replace(/^[^/]*\//, '') || file.name, file }));
}

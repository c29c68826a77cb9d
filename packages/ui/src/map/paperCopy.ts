/**
 * Puts a still copy of a map over it: paper shows the last frame a screen was given, not what has just been
 * drawn.
 * @param canvas drawn in this very task, for a moment later it is blank
 * @returns takes the copy away
 */
export function copyForPaper(canvas: HTMLCanvasElement): () => void {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.className = 'on-paper';
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  canvas.after(copy);
  return () => copy.remove();
}

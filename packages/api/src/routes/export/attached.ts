/** The header that names a file to be saved; letters beyond ASCII as RFC 6266 has it. */
export const attached = (file: string): string => {
  const plain = file.replace(/[^\x20-\x7e]/g, '-');
  const extended = plain === file ? '' : `; filename*=UTF-8''${encodeURIComponent(file)}`;
  return `attachment; filename="${plain}"${extended}`;
};

/** Gives a file of the graph (Base64) to the browser to keep. */
export function download({ base64, fileName, mediaType }: { base64: string; fileName: string; mediaType: string }): void {
  save(new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: mediaType }), fileName);
}

/** Gives a file to the browser to keep. */
export function save(file: Blob, fileName: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

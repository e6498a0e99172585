const keptForMs = 60_000;

/** Gives a file of the graph (Base64) to the browser to keep. */
export function download({ base64, fileName, mediaType }: { base64: string; fileName: string; mediaType: string }): void {
  const file = new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type: mediaType });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keptForMs);
}

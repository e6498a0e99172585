import { sessions } from '../../sign-in/session.js';

/** A file beside the graph could not be had. */
export class FileRefused extends Error {}

/** Gets a file that the graph gave a path to, with the token of the session. Each opening is audited. */
export async function fetchFile(path: string): Promise<Blob> {
  const answer = await fetch(path, { headers: { authorization: `Bearer ${sessions.get().session?.token ?? ''}` } });
  if (!answer.ok) throw new FileRefused(String(answer.status));
  return answer.blob();
}

/** Opens a file in a tab of its own; where the browser lets no tab open, it is saved under its name. */
export async function openFile(path: string, name: string): Promise<void> {
  const address = URL.createObjectURL(await fetchFile(path));
  const tab = window.open(address, '_blank');
  if (!tab) {
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
  }
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Puts the bytes of a declared document to the address that the graph gave for them. */
export async function putFile(path: string, file: File): Promise<void> {
  const answer = await fetch(path, {
    method: 'PUT',
    body: file,
    headers: { authorization: `Bearer ${sessions.get().session?.token ?? ''}`, 'content-type': 'application/octet-stream' },
  });
  if (!answer.ok) throw new FileRefused(String(answer.status));
}

/** SHA-256 of a file in hexadecimal digits: what a document is declared with. */
export async function sha256(file: Blob): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

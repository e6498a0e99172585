import { sessions } from '../sign-in/session.js';

/**
 * Opens a file that the graph names by a path (`openUrl`, `letterPath`): asked with the token of the person, so that the opening is theirs in the
 * audit, and given to the browser as a file. Throws where it cannot be had.
 */
export async function openFile(path: string, name: string): Promise<void> {
  const response = await fetch(path, { headers: { authorization: `Bearer ${sessions.get().session?.token ?? ''}` } });
  if (!response.ok) throw new Error(`The file was not given: ${response.status}`);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

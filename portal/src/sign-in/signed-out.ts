/** Of this browser, not of a person: somebody signed out here, so the issuer must ask who signs in next. */
const mark = 'atbalsts.signed-out';

/** Whether somebody signed out in this browser and nobody has signed in since. */
export function signedOutHere(): boolean {
  try {
    return localStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

/** Remembers that somebody signed out in this browser, or that somebody has signed in since. */
export function markSignedOut(out: boolean): void {
  try {
    if (out) localStorage.setItem(mark, 'yes');
    else localStorage.removeItem(mark);
  } catch {
    // Closed storage: the issuer's own page for signing out is all there is.
  }
}

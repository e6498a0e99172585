/** A synthetic account in the form of a Latvian IBAN with right check digits (ISO 13616); no bank has the code DEMO. */
export function ibanOf(n: number): string {
  const account = `DEMO${String(n).padStart(13, '0')}`;
  const digits = `${account}LV00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return `LV${String(98 - rest).padStart(2, '0')}${account}`;
}

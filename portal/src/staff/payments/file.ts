/** Saves a text that the graph gave as a file of the person's computer. */
export function saveText(name: string, text: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * The first days of months for which a batch may be prepared, the latest first: the next, this one, and the twelve before, since what the bank sends back
 * late is due again for its own month.
 */
export function monthsAround(day: string): readonly string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const first = (step: number) => new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 10);
  return Array.from({ length: 14 }, (_, at) => first(1 - at));
}

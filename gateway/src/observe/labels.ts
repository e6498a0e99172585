/** Values of one label of a metric: the first so many that come, and one for all others, so that no client and no subgraph makes the metrics grow without end. */
export class Labels {
  private readonly known = new Set<string>();

  /**
   * @param most how many values are told apart
   * @param form what a value must look like
   * @param rest what all others are called
   */
  constructor(
    private readonly most: number,
    private readonly form: RegExp,
    private readonly rest: string,
  ) {}

  of(value: string): string {
    if (this.known.has(value)) return value;
    if (this.known.size >= this.most || !this.form.test(value)) return this.rest;
    this.known.add(value);
    return value;
  }
}

/** The toolkit has no types of its own: what the tests use of it. */
declare module 'jsonstat-toolkit' {
  interface Dataset {
    class: string;
    length: number;
    role: Record<string, string[]>;
    Dimension(id: string): { id: string[]; Category(id: string): { label: string } };
    Data(of: Record<string, string>): { value: number | null; status: string | null };
  }
  export default function JSONstat(response: unknown): Dataset;
}

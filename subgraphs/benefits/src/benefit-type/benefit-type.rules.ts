/** The part of a benefit type that says where and when it is granted. */
export interface Grantable {
  municipality: string | null;
  validFrom: string | null;
  validUntil: string | null;
}

/** Whether a municipality grants this kind of benefit on a day. */
export function isGranted(type: Grantable, municipality: string, on: string): boolean {
  return (
    (type.municipality === null || type.municipality === municipality) &&
    (type.validFrom === null || type.validFrom <= on) &&
    (type.validUntil === null || on < type.validUntil)
  );
}

import { Directive } from 'type-graphql';

/** Graphs beside the staff graph. What carries neither tag is in the staff graph alone. */
export type TaggedAudience = 'regional' | 'partner';

/**
 * Opens a field to the regional or the partner graph. Arguments of an opened field, and the input fields and enum values
 * that are reached from it, are opened by the builder (`openReachable`), so that none can be forgotten.
 */
export function InGraph(...audiences: TaggedAudience[]): PropertyDecorator & MethodDecorator {
  return (target: object, key: string | symbol, descriptor?: unknown) => {
    for (const audience of audiences) Directive(`@tag(name: "${audience}")`)(target, key as string, descriptor as never);
  };
}

import { randomUUID } from 'node:crypto';
import type { OtherDomains } from '@atbalsts/testing';

/** A person of the pretended registry. */
export interface KnownPerson {
  id: string;
  municipality: string;
  residence: string | null;
  household: string | null;
  circumstances: string[];
}

/** A registry that knows who it is told, each in the own municipality only, and can be taken away. */
export class PretendedRegistry {
  readonly persons: KnownPerson[] = [];
  silent = false;

  /** Makes a person known. */
  add(details: Partial<KnownPerson> = {}): KnownPerson & { household: string } {
    const person = {
      id: randomUUID(),
      municipality: '0002000',
      residence: '0002000',
      household: randomUUID(),
      circumstances: [],
      ...details,
    };
    this.persons.push(person);
    return person as KnownPerson & { household: string };
  }

  /** What the registry answers to the question of `submitApplication`. */
  readonly domains: OtherDomains = {
    registry: ({ variables, token }) => {
      if (this.silent) throw new Error('the registry is down');
      const found = this.persons.find(({ id, municipality }) => id === variables?.id && token?.endsWith(municipality));
      return {
        data: {
          person: found
            ? {
                id: found.id,
                declaredResidence: found.residence ? { municipality: { code: found.residence } } : null,
                household: found.household ? { id: found.household } : null,
                circumstances: found.circumstances.map((kind) => ({ kind })),
              }
            : null,
        },
      };
    },
  };
}

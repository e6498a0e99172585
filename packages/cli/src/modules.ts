import { benefits } from '@atbalsts/benefits';
import type { DomainModule } from '@atbalsts/graphql';
import { institutions } from '@atbalsts/institutions';
import { registry } from '@atbalsts/registry';
import { services } from '@atbalsts/services';
import { strategy } from '@atbalsts/strategy';
import { workforce } from '@atbalsts/workforce';

/** The six domains, in the order of the outline. */
export const modules: readonly DomainModule[] = [registry, benefits, services, institutions, workforce, strategy];

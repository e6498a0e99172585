import { type Connection, page } from '@atbalsts/graphql';
import { childPages } from '../child-pages.js';
import { Delivery } from './delivery.entity.js';

/** Pages of deliveries by referral, the latest first. */
export const deliveriesOf = childPages<Delivery>({
  table: 'delivery',
  parent: 'referral_id',
  order: 'on_date',
  type: 'date',
  map: (em, row) => em.map(Delivery, row),
  valueOf: (delivery) => delivery.on,
});

/** The page that shows nothing, and counts nothing either. */
export const noDeliveries: Connection<Delivery> = page<Delivery>([], { first: 0 }, () => [], 0);

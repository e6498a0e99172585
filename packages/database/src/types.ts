import { BigIntType, DecimalType } from '@mikro-orm/core';

/** Money in whole euro cents. */
export type Cents = number;

/** Column type of money: `@Property({ type: CentsType }) amount!: Cents` is a bigint in the database, a number here. */
export class CentsType extends BigIntType<'number'> {
  constructor() {
    super('number');
  }
}

/** Column type of a numeric that is a number here (FTE, hours): `@Property({ type: NumericType, precision: 8, scale: 2 })`. */
export class NumericType extends DecimalType<'number'> {
  constructor() {
    super('number');
  }
}

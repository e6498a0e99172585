/** What a broken constraint of class-validator says, in both languages. */
export interface ConstraintText {
  en: string;
  lv: string;
}

type Write = (limit: string) => ConstraintText;

const text =
  (en: string, lv: string): Write =>
  (limit) => ({ en: en.replaceAll('{1}', () => limit), lv: lv.replaceAll('{1}', () => limit) });

const isIn = text('must be one of: {1}', 'jābūt vienai no vērtībām: {1}');
const isNumber = text('must be a number', 'jābūt skaitlim');
const isUuid = text('must be an id (a UUID)', 'jābūt identifikatoram (UUID)');
const isNotEmpty = text('must not be empty', 'nedrīkst būt tukšs');

/** By the name that class-validator gives the constraint; {1} is what it limits by. */
const texts: Record<string, Write> = {
  min: text('must be at least {1}', 'jābūt vismaz {1}'),
  max: text('must be at most {1}', 'nedrīkst pārsniegt {1}'),
  minLength: text('must have at least {1} characters', 'jābūt vismaz {1} rakstzīmju garam'),
  maxLength: text('must have at most {1} characters', 'nedrīkst būt garāks par {1} rakstzīmēm'),
  arrayNotEmpty: text('must have at least one entry', 'jābūt vismaz vienam ierakstam'),
  arrayMinSize: text('must have at least {1} entries', 'jābūt vismaz {1} ierakstiem'),
  arrayMaxSize: text('must have at most {1} entries', 'nedrīkst būt vairāk par {1} ierakstiem'),
  arrayUnique: text('must not name anything twice', 'ieraksti nedrīkst atkārtoties'),
  isUuid,
  isInt: text('must be a whole number', 'jābūt veselam skaitlim'),
  isPositive: text('must be more than 0', 'jābūt lielākam par 0'),
  isNumber,
  isString: text('must be a text', 'jābūt tekstam'),
  isBoolean: text('must be true or false', 'jābūt patiesam vai aplamam'),
  isArray: text('must be a list', 'jābūt sarakstam'),
  matches: text('does not have the form it must have', 'nav vajadzīgajā formā'),
  isNotEmpty,
  isDefined: isNotEmpty,
  isIn,
  isEnum: isIn,
};

const anything: ConstraintText = { en: 'is not a value this field can have', lv: 'šādas vērtības šajā laukā nevar būt' };

/**
 * The text of a broken constraint. What it limits by stands only in class-validator's own message, after the name of the property.
 * @param name of the constraint, `maxLength`
 * @param property it stands on, which may have digits in its own name
 * @param said class-validator's message
 */
export function constraintText(name: string, property: string, said: string): ConstraintText {
  const after = said.slice(said.indexOf(property) + property.length);
  // `Length` is two constraints in one, and says only the side that is broken, except where the value is no text at all.
  const sides = name === 'isLength' ? [/longer/.test(after) && 'minLength', /shorter/.test(after) && 'maxLength'].filter(Boolean) : [name];
  const known = sides.length === 1 ? String(sides[0]) : '';
  const write = Object.hasOwn(texts, known) ? texts[known] : undefined;
  if (!write) return anything;
  if (write === isIn) {
    const values = /following values: (.+)$/s.exec(after)?.[1];
    return values ? write(values.replaceAll(/,(?=\S)/g, ', ')) : anything;
  }
  const first = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/.exec(after)?.[0];
  // A message of the class's own need not name the limit.
  if (first === undefined && write('#').en.includes('#')) return anything;
  return write(first ?? '');
}

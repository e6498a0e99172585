import { useMemo } from 'react';
import { i18n, useLanguage } from './language.js';

/** Texts of one language of one screen: flat keys, e.g. `title`, `state.OPEN`, `people_one`. */
export type Texts = Readonly<Record<string, string>>;

/** A key without the ending of its plural form: Latvian has `_zero`, `_one` and `_other`, English `_one` and `_other`. */
type Base<K> = K extends `${infer B}_zero` | `${infer B}_one` | `${infer B}_other` ? B : K;
type BaseKey<T> = Base<Extract<keyof T, string>>;

/** Both languages have the same keys, or the compiler names what is missing. */
type SameKeys<A, B> = [Exclude<BaseKey<A>, BaseKey<B>>, Exclude<BaseKey<B>, BaseKey<A>>] extends [never, never]
  ? unknown
  : { missingInEnglish: Exclude<BaseKey<A>, BaseKey<B>>; missingInLatvian: Exclude<BaseKey<B>, BaseKey<A>> };

/** Says a text of a screen: `t('people', { count: 3 })`. `{{name}}` in a text is replaced by the value of that name. */
export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The texts of a screen under a namespace of its own; gives the hook that says them in the language of the screen. A key that only one language
 * has does not compile.
 */
export function defineTexts<const Lv extends Texts, const En extends Texts>(
  namespace: string,
  lv: Lv,
  en: En & SameKeys<Lv, En>,
): () => Say<BaseKey<Lv>> {
  i18n.addResourceBundle('lv', namespace, lv);
  i18n.addResourceBundle('en', namespace, en);
  // biome-ignore lint/correctness/noComponentHookFactories: called once per namespace, at the top of a module
  return function useTexts() {
    const { language } = useLanguage();
    return useMemo(() => {
      const say = i18n.getFixedT(language, namespace) as unknown as (key: string, values: object) => string;
      return (key, values) => say(key, values ?? {});
    }, [language]);
  };
}

import { Language } from '@atbalsts/graphql';

/** The text of a language out of a pair of columns. */
export const inLanguage = (language: Language, lv: string, en: string): string => (language === Language.EN ? en : lv);

/** The argument by which every label says its language. */
export const languageArg = { defaultValue: Language.LV, description: 'Language of the text.' };

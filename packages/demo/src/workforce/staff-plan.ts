import type { SpecialistKind } from '@atbalsts/reference';
import type { UnitGroup } from './units.js';

/** Numbers of employees by kind on a day. */
export type KindCounts = Readonly<Partial<Record<SpecialistKind, number>>>;

/** What a town's staff is on a day: numbers by kind and, where they were published, the posts in hundredths. */
export interface StaffTarget {
  /** The day on which it holds; the changes that lead to it happen after the day of the target before. */
  on: string;
  kinds: KindCounts;
  /** Posts in hundredths of a full post; null: whatever comes of hiring and leaving. */
  postHundredths: number | null;
  /** Employees who leave on the way. */
  leavers: number;
}

/** Which group an employee of a kind belongs to when units are chosen. */
export const groupOf: Readonly<Record<SpecialistKind, UnitGroup>> = {
  SENIOR_SOCIAL_WORKER: 'socialWork',
  SOCIAL_WORKER: 'socialWork',
  CHARITABLE_SOCIAL_WORKER: 'socialWork',
  SOCIAL_CARER: 'care',
  SOCIAL_REHABILITATOR: 'rehabilitation',
  SOCIAL_ASSISTANCE_ORGANISER: 'assistance',
  CARER: 'care',
  PSYCHOLOGIST: 'socialWork',
  OCCUPATIONAL_THERAPIST: 'rehabilitation',
  ASSISTANT: 'assistants',
  OTHER: 'other',
};

const specialists = (senior: number, workers: number, carers: number, rehabilitators: number, organisers: number): KindCounts => ({
  SENIOR_SOCIAL_WORKER: senior,
  SOCIAL_WORKER: workers,
  SOCIAL_CARER: carers,
  SOCIAL_REHABILITATOR: rehabilitators,
  SOCIAL_ASSISTANCE_ORGANISER: organisers,
});

/**
 * Daugavpils. Posts, staff and specialists on 31 December of 2020 to 2022, and the occupations of 2022, are the published ones (headcount,
 * social-work-specialists); the other kinds, and the years after, are plausible.
 */
export const daugavpilsStaff: readonly StaffTarget[] = [
  {
    on: '2020-12-31',
    kinds: { ...specialists(6, 57, 7, 2, 7), CARER: 41, PSYCHOLOGIST: 4, OCCUPATIONAL_THERAPIST: 2, ASSISTANT: 21, OTHER: 48 },
    postHundredths: 20_060,
    leavers: 0,
  },
  {
    on: '2021-12-31',
    kinds: { ...specialists(7, 58, 8, 3, 7), CARER: 43, PSYCHOLOGIST: 4, OCCUPATIONAL_THERAPIST: 2, ASSISTANT: 23, OTHER: 49 },
    postHundredths: 21_435,
    leavers: 13,
  },
  {
    on: '2022-12-31',
    kinds: { ...specialists(7, 62, 8, 3, 7), CARER: 49, PSYCHOLOGIST: 5, OCCUPATIONAL_THERAPIST: 3, ASSISTANT: 28, OTHER: 51 },
    postHundredths: 23_516,
    leavers: 15,
  },
  {
    on: '2023-12-31',
    kinds: { ...specialists(7, 63, 8, 3, 8), CARER: 50, PSYCHOLOGIST: 5, OCCUPATIONAL_THERAPIST: 3, ASSISTANT: 29, OTHER: 51 },
    postHundredths: null,
    leavers: 14,
  },
  {
    on: '2024-12-31',
    kinds: { ...specialists(8, 63, 9, 3, 8), CARER: 50, PSYCHOLOGIST: 6, OCCUPATIONAL_THERAPIST: 3, ASSISTANT: 30, OTHER: 51 },
    postHundredths: null,
    leavers: 15,
  },
  {
    on: '2025-12-31',
    kinds: { ...specialists(8, 64, 9, 4, 8), CARER: 51, PSYCHOLOGIST: 6, OCCUPATIONAL_THERAPIST: 3, ASSISTANT: 31, OTHER: 51 },
    postHundredths: null,
    leavers: 16,
  },
  {
    on: '2026-10-31',
    kinds: { ...specialists(8, 64, 9, 4, 9), CARER: 51, PSYCHOLOGIST: 6, OCCUPATIONAL_THERAPIST: 3, ASSISTANT: 32, OTHER: 51 },
    postHundredths: null,
    leavers: 12,
  },
];

/** Bauska: about thirty, all assumed. */
export const bauskaStaff: readonly StaffTarget[] = [
  { on: '2020-12-31', kinds: { ...specialists(1, 9, 2, 1, 4), CARER: 6, PSYCHOLOGIST: 1, OTHER: 4 }, postHundredths: 2950, leavers: 0 },
  { on: '2022-12-31', kinds: { ...specialists(1, 10, 2, 1, 4), CARER: 6, PSYCHOLOGIST: 1, OTHER: 4 }, postHundredths: null, leavers: 2 },
  { on: '2024-12-31', kinds: { ...specialists(1, 10, 2, 1, 5), CARER: 6, PSYCHOLOGIST: 1, OTHER: 4 }, postHundredths: null, leavers: 2 },
  { on: '2026-10-31', kinds: { ...specialists(1, 11, 2, 1, 5), CARER: 6, PSYCHOLOGIST: 1, OTHER: 4 }, postHundredths: null, leavers: 2 },
];

import type { Label } from '@atbalsts/reference';

/** Why no record can hold a figure: of a whole table by its id, of one row as `table.row`. What is not listed is not derived yet. */
export const notDerivable: Readonly<Record<string, Label>> = {
  'di-project-administration': {
    lv: 'Projekta grāmatvedība: iesniegumus un lēmumus skaita pēc papīriem (viens var būt par vairākiem pakalpojumiem, bet sistēmā katram ir savs pieprasījums), līgumus ar uzņēmumiem un projekta naudu sistēmā neviens neieraksta.',
    en: 'The books of the project: applications and decisions are counted by paper (one may be about several services, of which the system keeps a request each); contracts with companies and the money of the project are recorded by nobody in the system.',
  },
  'disability-and-elderly-sector.accessibility-lift-2': {
    lv: 'Rindas nosaukums ir tas pats, kas rindai pirms tās: neviens ieraksts nevar pateikt, kurā no abām skaitīt.',
    en: 'Printed under the same label as the row before it: no record can tell in which of the two it counts.',
  },
  'disability-and-elderly-sector.accessibility-unlabelled': {
    lv: 'Rinda ir bez nosaukuma: nav zināms, ko tā skaita.',
    en: 'Printed without a label: nobody can say what it counts.',
  },
};

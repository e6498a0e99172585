import type { BenefitType } from '@atbalsts/reference';

/** Kinds of support that the money tables of the 2022 results name but their catalogue of 16 benefits does not: Daugavpils' own, dated. */
export const supplementaryBenefitTypes: readonly (BenefitType & { municipality: string; needsResidence: boolean; validFrom: string })[] = [
  {
    // Row accessibility-support of benefits-dynamics; the regulation of it is not among the documents.
    code: 'accessibility',
    municipality: '0002000',
    label: {
      lv: 'Atbalsts personai ar invaliditāti vides pieejamības nodrošināšanai',
      en: 'Support of a person with disability for accessibility of the home',
    },
    meansTested: false,
    needsResidence: true,
    legalBasis: 'Daugavpils valstspilsētas pašvaldības saistošie noteikumi (pieņēmums: dokumentos nav atrasti)',
    assumed: true,
    orphanGuarantee: false,
    validFrom: '2020-01-01',
  },
  {
    // Row emergency-guardianship of ukraine-applications.
    code: 'emergency-guardianship',
    municipality: '0002000',
    label: { lv: 'Atbalsts ārkārtas aizbildnim', en: 'Support of an emergency guardian' },
    meansTested: false,
    needsResidence: false,
    legalBasis: 'Ukrainas civiliedzīvotāju atbalsta likums (pieņēmums: pants dokumentos nav nosaukts)',
    assumed: true,
    orphanGuarantee: false,
    validFrom: '2022-03-05',
  },
];

// The maintained list of laws and agreements that section 3 of the viewpoints picks from (S0-43): references, never
// advice. Their names are proper names, the same in any language of the app. An id is never reused: cases keep it.
import { parseLocalDate } from '../../../kernel/dates.ts';
import type { LocalDate } from '../../../kernel/instants.ts';
import type { TargetBodyKind } from './vocabulary.ts';

export type LegalReference = {
  readonly id: ReferenceId;
  /** As it is cited. */
  readonly title: string;
  /** When its name and sections were checked; null tells people to check them in Finlex. */
  readonly checkedOn: LocalDate | null;
  /** An https address, or null while none has been checked. */
  readonly link: string | null;
  /** Whom it binds; every kind unless it says. */
  readonly bodies: readonly TargetBodyKind[] | null;
};

type Entry = {
  readonly title: string;
  readonly checkedOn?: string;
  readonly link?: string;
  readonly bodies?: readonly TargetBodyKind[];
};

const CHECKED = '2026-11-21';

// The most used first. Entries without a date rest on memory or on sections that nobody has read in Finlex yet.
const ENTRIES = {
  disabilityServicesAct: { title: 'Vammaispalvelulaki 675/2023', checkedOn: CHECKED },
  // The bill and the committee's report were read; the act that followed was not.
  disabilityServicesActChange: {
    title: 'Vammaispalvelulain 2 §:n muutos, elämänvaihe (HE 92/2025)',
    link: 'https://www.eduskunta.fi/valtiopaivaasiakirjat/HE+92/2025',
  },
  crpd: { title: 'YK:n vammaissopimus (SopS 27/2016)' },
  crpdInvolvement: { title: 'YK:n vammaissopimus, 4 artiklan 3 kohta: osallistaminen' },
  crpdAccessibility: { title: 'YK:n vammaissopimus, 9 artikla: esteettömyys' },
  crpdIndependentLiving: { title: 'YK:n vammaissopimus, 19 artikla: itsenäinen elämä' },
  crpdIndependentLivingComment: {
    title: 'YK:n vammaissopimus, 19 artiklan yleiskommentti suomeksi (Tukiliitto)',
    checkedOn: CHECKED,
  },
  crpdEasyLanguage: { title: 'YK:n vammaissopimus selkokielellä (STM 2023:17)', checkedOn: CHECKED },
  intellectualDisabilitiesAct: { title: 'Kehitysvammalaki 519/1977, voimassa olevat osat' },
  socialWelfareAct: { title: 'Sosiaalihuoltolaki 1301/2014' },
  clientAct: { title: 'Asiakaslaki 812/2000' },
  countyAct: {
    title: 'Laki hyvinvointialueesta 611/2021: 29 § osallistuminen, 30 § aloite, 32 § vammaisneuvosto',
    checkedOn: CHECKED,
    bodies: ['wellbeingCounty', 'jointAuthority'],
  },
  localGovernmentAct: {
    title: 'Kuntalaki 410/2015: 22 § osallistuminen, 23 § aloite, 28 § vammaisneuvosto',
    bodies: ['municipality', 'jointAuthority'],
  },
  equalityAct: { title: 'Yhdenvertaisuuslaki 1325/2014, 15 §: kohtuulliset mukautukset' },
  administrativeProcedureAct: { title: 'Hallintolaki 434/2003' },
  organisingAct: {
    title: 'Laki sosiaali- ja terveydenhuollon järjestämisestä 612/2021',
    bodies: ['wellbeingCounty', 'jointAuthority'],
  },
  supervisionAct: {
    title: 'Laki sosiaali- ja terveydenhuollon valvonnasta 741/2023',
    bodies: ['wellbeingCounty', 'jointAuthority'],
  },
  procurementAct: { title: 'Hankintalaki 1397/2016, 12 luku' },
  opennessAct: { title: 'Julkisuuslaki 621/1999, 14 §: asiakirjojen pyytäminen' },
  digitalServicesAct: { title: 'Digipalvelulaki 306/2019' },
  timeLimitsAct: { title: 'Laki säädettyjen määräaikain laskemisesta 150/1930', checkedOn: CHECKED },
} as const satisfies Readonly<Record<string, Entry>>;

export type ReferenceId = keyof typeof ENTRIES;

/** The whole list, the most used first. */
export const REFERENCES: readonly LegalReference[] = Object.entries<Entry>(ENTRIES).map(([id, entry]) => ({
  // Object.entries loses the key type; the record's own type gives it back.
  id: id as ReferenceId,
  title: entry.title,
  checkedOn: parseLocalDate(entry.checkedOn),
  link: entry.link ?? null,
  bodies: entry.bodies ?? null,
}));

const BY_ID: ReadonlyMap<string, LegalReference> = new Map(REFERENCES.map((reference) => [reference.id, reference]));

/** The reference of an id kept in a case; null when the list no longer has it. */
export function findReference(id: string): LegalReference | null {
  return BY_ID.get(id) ?? null;
}

/** The references that concern a kind of target body, in the order of the list, and those in `chosen` whatever they concern. */
export function referencesFor(kind: TargetBodyKind, chosen: readonly string[]): readonly LegalReference[] {
  return REFERENCES.filter(({ id, bodies }) => bodies === null || bodies.includes(kind) || chosen.includes(id));
}

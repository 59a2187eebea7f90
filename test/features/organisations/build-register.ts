// Invented organisations, and files about them.
import type { Cells } from '../../../src/features/organisations/domain/draft.ts';
import {
  parseOrganisationId,
  type Organisation,
  type OrganisationId,
} from '../../../src/features/organisations/domain/organisation.ts';
import { planImport, type ImportPlan } from '../../../src/features/organisations/domain/plan-import.ts';
import { readFile, type FileReading, type FileRow } from '../../../src/features/organisations/domain/read-file.ts';
import { organisationsFi } from '../../../src/features/organisations/texts.fi.ts';
import { fileWords } from '../../../src/features/organisations/use-cases/read-upload.ts';
import { parseCountyCode, parseMunicipalityCode } from '../../../src/kernel/regions/regions.ts';
import { known } from '../../app/app-world.ts';

export const PIRKANMAA = known(parseCountyCode('08'));
export const TAMPERE = known(parseMunicipalityCode('837'));

export function organisationId(number: number): OrganisationId {
  return known(parseOrganisationId(String(number).padStart(26, '0')));
}

/** A district of Pirkanmaa. */
export const DISTRICT: Organisation = {
  id: organisationId(1),
  kind: 'district',
  name: 'Esimerkkiseudun Tukipiiri ry',
  counties: [PIRKANMAA],
  municipalities: [],
  district: null,
  page: '',
  isActive: true,
};

/** An association of Tampere in that district. */
export const ASSOCIATION: Organisation = {
  ...DISTRICT,
  id: organisationId(2),
  kind: 'association',
  name: 'Tampereen Esimerkkituki ry',
  municipalities: [TAMPERE],
  district: DISTRICT.id,
  page: 'https://tuki.example.org/',
};

export function readText(text: string): FileReading {
  return readFile(text, fileWords(organisationsFi));
}

export function rowsOf(text: string): readonly FileRow[] {
  const reading = readText(text);
  if (reading.kind === 'unreadable') {
    throw new Error(reading.problem.code);
  }
  return reading.rows;
}

/** What a file of these lines would change. */
export function plan(register: readonly Organisation[], lines: readonly string[], removesMissing = false): ImportPlan {
  return planImport(register, rowsOf(lines.join('\r\n')), { removesMissing });
}

/** One row that has these cells alone. */
export function rowWith(cells: Cells): FileRow {
  const names = Object.keys(cells).map((column) => organisationsFi.columns[column as keyof typeof cells]);
  const values = Object.values(cells).map((value) => `"${value.replaceAll('"', '""')}"`);
  return known(rowsOf(`${names.join(';')};\r\n${values.join(';')};`)[0]);
}

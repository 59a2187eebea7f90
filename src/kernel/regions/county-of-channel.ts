import { fold } from '../fold.ts';
import { counties, type County } from './regions.ts';

const NAME_MIN = 4;
const STEM_MIN = 3;

/** The county that a channel is named after, `Pirkanmaa` for Pirkanmaan hyvinvointialue; null when it fits no single one. */
export function countyOfChannel(channelName: string): County | null {
  const name = fold(channelName);
  // Genitives keep the beginning of the place's name: Pirkanmaa, Pirkanmaan; Lappi, Lapin.
  const stem = name.slice(0, Math.max(STEM_MIN, name.length - 2));
  const fitting = counties.filter((county) => fold(county.nameFi).startsWith(stem));
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined && name.length >= NAME_MIN ? only : null;
}

// What is asked of every series and event: that people can find it.
import { isHttpsLink } from '../../../kernel/https-links.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Decided } from './decision.ts';
import type { Frame } from './meeting.ts';
import type { MeetingKind } from './vocabulary.ts';

/** A frame whose place, link and areas fit its kind; the place of a meeting that is online only is dropped. */
export function checkedFrame<Given extends Frame>(kind: MeetingKind, given: Given): Decided<Given> {
  if (kind === 'supervision' && given.counties.length === 0) {
    return refuse('areas-missing', { field: 'counties' });
  }
  if (kind === 'municipalCooperation' && given.municipality === null) {
    return refuse('municipality-missing', { field: 'municipality' });
  }
  if (given.format !== 'online' && given.place === '') {
    return refuse('place-missing', { field: 'place' });
  }
  if (given.link !== '' && !isHttpsLink(given.link)) {
    return refuse('link-not-https', { field: 'link' });
  }
  return ok(given.format === 'online' ? { ...given, place: '' } : given);
}

// An experience that somebody shares with others (S2-34): what was done and what helped. Pure.
import type { Branded, ChannelId, PersonId } from '../../../kernel/ids.ts';
import type { Instant, LocalDate } from '../../../kernel/instants.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import type { CountyCode } from '../../../kernel/regions/regions.ts';

/** ULID. */
export type ExperienceId = Branded<string, 'ExperienceId'>;

export type Experience = {
  readonly id: ExperienceId;
  /** Grows with every change, from 1. */
  readonly rev: number;
  readonly title: string;
  readonly done: string;
  readonly helped: string;
  /** Null when it is about no county in particular. */
  readonly county: CountyCode | null;
  readonly home: { readonly channelId: ChannelId; readonly access: 'team' | 'restricted' };
  readonly writer: PersonId;
  readonly sharedOn: LocalDate;
  readonly changed: { readonly by: PersonId; readonly at: Instant };
  readonly withdrawnOn: LocalDate | null;
};

export type ExperienceRefusal = 'withdrawn' | 'changed-meanwhile';

export type ExperienceContent = Pick<Experience, 'title' | 'done' | 'helped' | 'county'>;

/** Who decides, and when. */
export type ExperienceContext = { readonly by: PersonId; readonly at: Instant; readonly today: LocalDate };

export function shareExperience(
  content: ExperienceContent,
  about: Pick<Experience, 'id' | 'home'>,
  { by, at, today }: ExperienceContext,
): Experience {
  return { ...about, ...content, rev: 1, writer: by, sharedOn: today, changed: { by, at }, withdrawnOn: null };
}

/** The experience in other words; `seen` is the revision that the form was drawn from. */
export function changeExperience(
  before: Experience,
  content: ExperienceContent,
  seen: number,
  { by, at }: ExperienceContext,
): Result<Experience, ExperienceRefusal> {
  if (before.withdrawnOn !== null) {
    return refuse('withdrawn');
  }
  return before.rev === seen
    ? ok({ ...before, ...content, rev: before.rev + 1, changed: { by, at } })
    : refuse('changed-meanwhile');
}

/** The experience without its words: they are gone for good. */
export function withdrawExperience(
  before: Experience,
  { by, at, today }: ExperienceContext,
): Result<Experience, ExperienceRefusal> {
  return before.withdrawnOn === null
    ? ok({
        ...before,
        title: '',
        done: '',
        helped: '',
        rev: before.rev + 1,
        changed: { by, at },
        withdrawnOn: today,
      })
    : refuse('withdrawn');
}

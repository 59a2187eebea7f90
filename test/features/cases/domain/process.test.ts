import type { Case } from '../../../../src/features/cases/domain/case.ts';
import {
  mayAdvance,
  missingSteps,
  nextStep,
  skippedSteps,
  stageAfter,
  stageBefore,
  stepsOf,
} from '../../../../src/features/cases/domain/process.ts';
import { STAGES } from '../../../../src/features/cases/domain/vocabulary.ts';
import { AINO, BO, buildCase, buildContext, buildEvent, day, itemId, TODAY } from '../build-case.ts';
import { recordContact } from '../../../../src/features/cases/domain/contact.ts';

const DONE = { on: TODAY, by: AINO };

const defined = (): Case => {
  const c = buildCase();
  return { ...c, basics: { ...c.basics, influenceTarget: 'Kuljetuspalvelun sopimus' } };
};

const contacted = (overrides: Partial<Case> = {}): Case => {
  const about = { on: TODAY, channel: 'email', receiver: 'vammaispalvelut', outcome: 'agreed', note: '' } as const;
  const logged = recordContact(defined(), null, about, null, buildContext());
  if (!logged.ok) {
    throw new Error(logged.refusal.code);
  }
  return { ...logged.value, stage: 'authorityContact', ...overrides };
};

describe('S0-60: the four stages', () => {
  it('follow each other in the order of the model', () => {
    expect(STAGES).toEqual(['federationContact', 'authorityContact', 'discussion', 'followUp']);
    expect(STAGES.map(stageAfter)).toEqual(['authorityContact', 'discussion', 'followUp', null]);
    expect(STAGES.map(stageBefore)).toEqual([null, 'federationContact', 'authorityContact', 'discussion']);
  });

  it('offer the first open step of the present stage', () => {
    expect(nextStep(buildCase())).toEqual({ kind: 'step', code: 'defineTarget' });
    expect(nextStep(defined())).toEqual({ kind: 'step', code: 'reviewPrinciples' });
  });

  it('offer the next stage when every step is done', () => {
    const c = {
      ...defined(),
      principles: DONE,
      support: { mode: 'notNeeded', question: '', answer: '', timeOptions: [], choice: null } as const,
      plannedParticipants: [{ id: itemId(3), role: 'officeHolder', organisation: '' } as const],
      otherOrganisations: { concern: 'no', names: '' } as const,
    };
    expect(nextStep(c)).toEqual({ kind: 'advance', to: 'authorityContact' });
  });

  it('offer going on when a case is on hold, and nothing but the end when it is closed', () => {
    const until = { id: itemId(3), date: day('2026-12-01'), person: AINO, done: null };
    expect(nextStep(buildCase({ status: { kind: 'onHold', reason: 'Tauko', until } }))).toEqual({ kind: 'resume' });
    const closed = {
      kind: 'closed',
      outcome: 'partly',
      summary: 'Kyyti tulee',
      noEvaluationReason: '',
      cooperation: null,
      on: TODAY,
      by: AINO,
    } as const;
    expect(nextStep(buildCase({ status: closed }))).toEqual({ kind: 'closed' });
  });
});

describe('S0-14, S0-07: stage 1', () => {
  it('is not left without matter, target, goal and the name of the actor', () => {
    const unnamed = buildCase({ owner: { kind: 'workingGroup', name: '' } });
    expect(missingSteps(unnamed)).toEqual(['defineTarget', 'nameOwner']);
    expect(mayAdvance(unnamed)).toEqual({
      ok: false,
      refusal: { code: 'stage-incomplete', args: { step: 'defineTarget' } },
    });
  });

  it('is left with the three, and tells what is skipped', () => {
    expect(mayAdvance(defined())).toEqual({ ok: true, value: 'authorityContact' });
    expect(skippedSteps(defined())).toEqual(['reviewPrinciples', 'decideSupport', 'planParticipants', 'askOthers']);
  });

  it('S0-09: counts "not needed" as an answer to the need of support', () => {
    const support = { mode: 'notNeeded', question: '', answer: '', timeOptions: [], choice: null } as const;
    expect(skippedSteps({ ...defined(), support })).not.toContain('decideSupport');
  });
});

describe('S0-22, S0-23: stage 2', () => {
  it('is not left without a contact and an agreed event', () => {
    expect(missingSteps({ ...defined(), stage: 'authorityContact' })).toEqual(['contactAuthority', 'agreeEvent']);
    expect(missingSteps(contacted({ events: [buildEvent({ status: 'proposed' })] }))).toEqual(['agreeEvent']);
    expect(mayAdvance(contacted({ events: [buildEvent()] }))).toEqual({ ok: true, value: 'discussion' });
  });

  it('asks to agree again when the event was cancelled', () => {
    expect(missingSteps(contacted({ events: [buildEvent({ status: 'cancelled' })] }))).toEqual(['agreeEvent']);
  });
});

describe('S0-26, S0-37, S0-54: stage 3', () => {
  const inDiscussion = (overrides: Parameters<typeof buildEvent>[0]): Case =>
    contacted({ stage: 'discussion', events: [buildEvent(overrides)] });

  it('is not left before the kind of event is chosen and the event recorded', () => {
    expect(missingSteps(inDiscussion({}))).toEqual(['chooseEventType', 'recordEvent']);
    expect(mayAdvance(inDiscussion({ type: 'political', status: 'held' }))).toEqual({ ok: true, value: 'followUp' });
  });

  it('offers to agree a new event when the only one was cancelled', () => {
    expect(nextStep(inDiscussion({ status: 'cancelled' }))).toEqual({ kind: 'step', code: 'agreeEvent' });
  });

  it('S0-40: counts the viewpoints as recorded only when all three sections hold something', () => {
    const isRecorded = (c: Case): boolean =>
      stepsOf(c, 'discussion').some(({ code, done }) => code === 'recordViewpoints' && done);
    const two = { usersAndClose: 'Kyyti myöhästyy', authority: 'Autoja on vähän' };
    expect(isRecorded(inDiscussion({ viewpoints: { ...two, lawAndCrpd: { references: [], text: '' } } }))).toBe(false);
    expect(isRecorded(inDiscussion({ viewpoints: { ...two, lawAndCrpd: { references: ['crpd'], text: '' } } }))).toBe(
      true,
    );
  });
});

describe('S0-54…S0-59: stage 4', () => {
  const stageHistory = [{ stage: 'followUp', on: TODAY, by: AINO, backReason: '' }] as const;
  const inFollowUp = (overrides: Partial<Case> = {}): Case =>
    contacted({ stage: 'followUp', stageHistory, ...overrides });

  it('is the last one', () => {
    expect(mayAdvance(inFollowUp())).toEqual({ ok: false, refusal: { code: 'last-stage' } });
  });

  it('walks through meeting, contact persons, informing, follow-up, evaluation and lesson', () => {
    expect(stepsOf(inFollowUp(), 'followUp').map(({ code }) => code)).toEqual([
      'agreeNextMeeting',
      'nameContactPersons',
      'agreeInforming',
      'agreeFollowUp',
      'agreeEvaluation',
      'evaluate',
      'shareLesson',
    ]);
  });

  it('S0-55: takes a reasoned "no meeting" for an answer', () => {
    const c = inFollowUp({ nextMeeting: { kind: 'none', reason: 'Asia on kunnossa' } });
    expect(nextStep(c)).toEqual({ kind: 'step', code: 'nameContactPersons' });
  });

  it('S0-58: is not evaluated by one side alone', () => {
    const answer = { worked: 'Keskustelu', improve: '', useAgain: 'yes', by: BO, on: TODAY } as const;
    const evaluation = { agreed: null, owner: answer, federation: null, lesson: null };
    expect(stepsOf(inFollowUp({ evaluation }), 'followUp').find(({ code }) => code === 'evaluate')?.done).toBe(false);
  });

  it('S0-59: offers closing once the lesson is written, and does not wait for its sharing', () => {
    const promise = { id: itemId(4), date: TODAY, person: AINO, done: DONE };
    const answer = { worked: 'Keskustelu', improve: '', useAgain: 'yes', by: BO, on: TODAY } as const;
    const person = { name: 'Maija Mallinen', organisation: 'Tampere', workContact: '' };
    const c = inFollowUp({
      nextMeeting: { kind: 'none', reason: 'Asia on kunnossa' },
      contactPersons: { owner: person, authority: person },
      informTasks: [{ ...promise, audience: 'mutual', what: 'Tulos' }],
      followUps: [{ ...promise, id: itemId(5), what: 'Tuleeko kyyti?', note: '' }],
      evaluation: {
        agreed: { ...promise, id: itemId(6) },
        owner: answer,
        federation: answer,
        lesson: { text: 'Kutsu päättäjät mukaan', shared: null },
      },
    });
    expect(nextStep(c)).toEqual({ kind: 'close' });
  });
});

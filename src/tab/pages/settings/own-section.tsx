import { useState } from 'preact/hooks';
import { OwnSettings, type TextLevel } from '../../../features/settings/contract.ts';
import { settingsTabFi } from '../../../features/settings/texts/tab.fi.ts';
import { ShownCard } from '../../../platform/cards/contract.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { announce } from '../../shell/announce.ts';
import { Link } from '../../shell/link.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { Notice } from '../../shell/notice.tsx';
import { send } from '../../shell/send.ts';
import { useApi } from '../../shell/use-api.ts';
import { ExplainedLines, followTextLevel, useOwnSettings } from './text-level.tsx';

const words = settingsTabFi.own;
const LEVELS = ['short', 'long'] as const;

/** What a person chooses for themselves: reminders (B-15), the length of texts, the calendar of their own. */
export function OwnSection() {
  return (
    <>
      <Reminders />
      <Texts />
      <section class="settings-part">
        <h3>{words.calendar}</h3>
        <p>{words.calendarIntro}</p>
        <p>
          <Link to="kalenteri">{words.toCalendar}</Link>
        </p>
      </section>
    </>
  );
}

function Reminders() {
  const api = useApi(ShownCard, 'own/reminders');
  return (
    <section class="settings-part">
      <h3>{words.reminders}</h3>
      <ExplainedLines lines={words.remindersExplained} />
      <Loaded from={api}>
        {(card) => (
          <>
            {card.kind === 'message' ? card.paragraphs.map((text) => <p key={text}>{text}</p>) : null}
            <div class="actions">
              {card.buttons.map((button) => (
                <PressButton key={button.label} button={button} onDone={api.reload} />
              ))}
            </div>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Texts() {
  const api = useOwnSettings();
  const [said, setSaid] = useState<{ readonly tone: 'done' | 'problem'; readonly text: string } | null>(null);
  const choose = async (texts: TextLevel): Promise<void> => {
    const answer = await send(OwnSettings, 'own', { texts });
    const next =
      answer.kind === 'ready'
        ? ({ tone: 'done', text: words.saved[texts] } as const)
        : ({ tone: 'problem', text: words.notSaved } as const);
    if (answer.kind === 'ready') {
      followTextLevel(answer.value.texts);
    }
    setSaid(next);
    announce(next.text);
  };
  return (
    <section class="settings-part">
      <Loaded from={api}>
        {({ texts }) => (
          <fieldset class="field">
            <legend>{words.texts}</legend>
            <p class="hint">{words.textsIntro}</p>
            {LEVELS.map((level) => (
              <label key={level} class="choice">
                <input
                  type="radio"
                  name="texts"
                  value={level}
                  checked={texts === level}
                  onChange={() => void choose(level)}
                />
                <span>{words.levels[level]}</span>
              </label>
            ))}
          </fieldset>
        )}
      </Loaded>
      {said === null ? null : <Notice tone={said.tone}>{said.text}</Notice>}
    </section>
  );
}

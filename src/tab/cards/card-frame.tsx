// What all shown cards have in common, and the cards that are only read.
import type { ShownCard, ShownList, ShownMessage } from '../../platform/cards/contract.ts';
import { Notice } from '../shell/notice.tsx';
import { CopyText } from './copy-text.tsx';
import { PressButton } from './press-button.tsx';

/** The notices of a card, each with its tone as a word. */
export function CardNotices({ card }: { readonly card: ShownCard }) {
  return (
    <>
      {card.notices.map(({ tone, text }) => (
        <Notice key={text} tone={tone}>
          {text}
        </Notice>
      ))}
    </>
  );
}

/** The links of a card, which open a page of their own. */
export function CardLinks({ card }: { readonly card: ShownCard }) {
  return (
    <>
      {card.links.map(({ label, url }) => (
        <a key={url} class="button" href={url} target="_blank" rel="noreferrer">
          {label}
        </a>
      ))}
    </>
  );
}

/** A card that tells something. */
export function MessageView({ card, onDone }: { readonly card: ShownMessage; readonly onDone: () => void }) {
  return (
    <>
      <CardNotices card={card} />
      {card.copy === undefined ? null : <CopyText {...card.copy} name={card.title} />}
      {card.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {card.facts.length === 0 ? null : (
        <dl class="facts">
          {card.facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {card.sections.map(({ heading, lines }) => (
        <section key={heading}>
          {heading === '' ? null : <h3>{heading}</h3>}
          <ul class="lines">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <CardActions card={card} onDone={onDone} />
    </>
  );
}

/** A card that lists things, each with its own buttons. */
export function ListView({ card, onDone }: { readonly card: ShownList; readonly onDone: () => void }) {
  return (
    <>
      <CardNotices card={card} />
      {card.intro === '' ? null : <p>{card.intro}</p>}
      <ul class="shown-list">
        {card.items.map((item, index) => (
          <li key={`${index} ${item.title}`}>
            <h3>{item.title}</h3>
            {item.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <div class="actions">
              {item.buttons.map((button) => (
                <PressButton key={button.label} button={button} onDone={onDone} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {card.more === '' ? null : <p>{card.more}</p>}
      <CardActions card={card} onDone={onDone} />
    </>
  );
}

function CardActions({ card, onDone }: { readonly card: ShownCard; readonly onDone: () => void }) {
  return (
    <div class="actions">
      {card.buttons.map((button) => (
        <PressButton key={button.label} button={button} onDone={onDone} />
      ))}
      <CardLinks card={card} />
    </div>
  );
}

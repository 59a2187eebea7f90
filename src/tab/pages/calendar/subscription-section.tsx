import { CalendarSubscriptionView } from '../../../features/calendar/contract.ts';
import { calendarTabFi } from '../../../features/calendar/texts/tab.fi.ts';
import { PressButton } from '../../cards/press-button.tsx';
import { Loaded } from '../../shell/loaded.tsx';
import { useApi } from '../../shell/use-api.ts';

const words = calendarTabFi.subscription;

/** The feed of one's own: making it, changing it, renewing its secret address, ending it, and how to use it. */
export function SubscriptionSection() {
  const api = useApi(CalendarSubscriptionView, 'calendar/subscription');
  return (
    <section class="subscription" aria-labelledby="subscription-title">
      <h2 id="subscription-title">{words.title}</h2>
      <Loaded from={api}>
        {({ isOffered, isOn, facts, buttons }) => (
          <>
            {isOn ? (
              <p>
                {words.isOn} {words.lost}
              </p>
            ) : (
              <p>{isOffered ? `${words.intro} ${words.updates}` : words.noAddress}</p>
            )}
            {facts.length === 0 ? null : (
              <dl class="facts">
                {facts.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            )}
            <div class="actions">
              {buttons.map((button) => (
                <PressButton key={button.label} button={button} onDone={api.reload} />
              ))}
            </div>
          </>
        )}
      </Loaded>
      <Steps {...words.outlook} />
      <Steps {...words.google} />
      <p>{words.delay}</p>
    </section>
  );
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}

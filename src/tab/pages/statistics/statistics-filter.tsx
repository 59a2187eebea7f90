import { useId } from 'preact/hooks';
import type { StatisticsView } from '../../../features/statistics/contract.ts';
import { statisticsFi as words } from '../../../features/statistics/texts.fi.ts';
import { go } from '../../shell/address.ts';

/** The period and the county, which live in the address: a view can be shared or pinned. */
export function StatisticsFilter({ view }: { readonly view: StatisticsView }) {
  const { period, county, periods, counties } = view;
  const show = (aika: string, alue: string): void => go('tilastot', { query: { aika, alue }, replace: true });
  return (
    <fieldset class="statistics-filter">
      <legend class="unseen">{words.filter.heading}</legend>
      <Choice
        label={words.filter.period}
        value={period}
        choices={periods}
        onChoose={(chosen) => show(chosen, county)}
      />
      <Choice
        label={words.filter.county}
        value={county}
        choices={counties}
        onChoose={(chosen) => show(period, chosen)}
      />
    </fieldset>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly choices: StatisticsView['periods'];
  readonly onChoose: (value: string) => void;
};

function Choice({ label, value, choices, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

import { useId } from 'preact/hooks';
import type { StatisticsRow } from '../../../features/statistics/contract.ts';
import { statisticsFi as words } from '../../../features/statistics/texts.fi.ts';
import { wrapWords } from './wrap-words.ts';

type BarChartProps = {
  readonly title: string;
  readonly rows: readonly StatisticsRow[];
};

// All lengths are in rem or per cent of the width: letters keep their size on a narrow page, and grow with the reader's.
const LINE_REM = 1.375;
const BAR_REM = 1;
const GAP_REM = 0.75;
// What fits beside the edge of a phone in letters of 16 pixels.
const LABEL_LETTERS = 24;
// The rest is for the figure behind the longest bar.
const LONGEST_BAR_PERCENT = 60;

type Bar = { readonly row: StatisticsRow; readonly lines: readonly string[]; readonly top: number };

/**
 * Lying bars, each with its words above and its figure behind. Read aloud it is one picture whose description holds
 * every figure. Bars within the model's time are striped and said to be so in words.
 */
export function BarChart({ title, rows }: BarChartProps) {
  const id = useId();
  const bars = placed(rows);
  const longest = Math.max(1, ...rows.map(({ count }) => count));
  const last = bars.at(-1);
  const height = last === undefined ? 0 : last.top + heightOf(last);
  return (
    <svg
      class="chart"
      role="img"
      aria-labelledby={`${id}-t`}
      aria-describedby={`${id}-d`}
      width="100%"
      height={`${height}rem`}
    >
      <title id={`${id}-t`}>{words.chart(title)}</title>
      <desc id={`${id}-d`}>{rows.map((row) => `${labelOf(row)}: ${figureOf(row)}.`).join(' ')}</desc>
      <defs>
        <pattern id={`${id}-p`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="bar" width="8" height="8" />
          <rect class="bar-stripe" width="3" height="8" />
        </pattern>
      </defs>
      {bars.map((bar) => (
        <BarView
          key={bar.row.key}
          bar={bar}
          percent={(LONGEST_BAR_PERCENT * bar.row.count) / longest}
          stripes={`url(#${id}-p)`}
        />
      ))}
    </svg>
  );
}

type BarViewProps = { readonly bar: Bar; readonly percent: number; readonly stripes: string };

function BarView({ bar: { row, lines, top }, percent, stripes }: BarViewProps) {
  const barTop = top + lines.length * LINE_REM;
  return (
    <g>
      {lines.map((line, index) => (
        <text key={line} x="0" y={`${top + index * LINE_REM + 1}rem`}>
          {line}
        </text>
      ))}
      <rect class="bar-ground" x="0" y={`${barTop}rem`} width="0.125rem" height={`${BAR_REM}rem`} />
      <rect
        class="bar"
        x="0"
        y={`${barTop}rem`}
        width={`${percent}%`}
        height={`${BAR_REM}rem`}
        {...(row.isOfModel ? { fill: stripes } : {})}
      />
      <text class="figure" x={`${percent}%`} dx="0.5rem" y={`${barTop + BAR_REM - 0.125}rem`}>
        {figureOf(row)}
      </text>
    </g>
  );
}

function placed(rows: readonly StatisticsRow[]): readonly Bar[] {
  return rows.reduce<readonly Bar[]>((bars, row) => {
    const before = bars.at(-1);
    const top = before === undefined ? 0 : before.top + heightOf(before) + GAP_REM;
    return [...bars, { row, lines: wrapWords(labelOf(row), LABEL_LETTERS), top }];
  }, []);
}

function heightOf({ lines }: Bar): number {
  return lines.length * LINE_REM + BAR_REM;
}

/** The words of a row. */
export function labelOf({ label, isOfModel }: StatisticsRow): string {
  return isOfModel ? `${label} (${words.isOfModel})` : label;
}

function figureOf({ count, share }: StatisticsRow): string {
  return share === null ? String(count) : `${count} (${words.percent(share)})`;
}

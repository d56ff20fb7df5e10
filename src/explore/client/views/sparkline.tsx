/** How many articles carried a claim over time, small enough for a line of a list. */

export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const top = Math.max(1, ...values);
  const step = 64 / Math.max(1, values.length);
  return (
    <svg class="sparkline" width="64" height="16" viewBox="0 0 64 16" role="img" aria-label={label}>
      <path d="M0 15.5H64" class="ground" />
      {values.map((value, i) =>
        value === 0 ? null : (
          <rect
            key={i}
            x={i * step}
            y={15 - (14 * value) / top}
            width={Math.max(1.5, step - 0.5)}
            height={(14 * value) / top}
          />
        ),
      )}
    </svg>
  );
}

/** The whole graph, or what passes the filter. */
export function NetworkPage() {
  return <p class="muted">Coming.</p>;
}

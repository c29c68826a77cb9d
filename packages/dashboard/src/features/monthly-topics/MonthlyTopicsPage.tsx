/** Under construction. */
export function MonthlyTopicsPage() {
  return <div data-testid="monthly-topics-page" />;
}

/** Under construction. */
export function IntegrityPage() {
  return <div data-testid="integrity-page" />;
}

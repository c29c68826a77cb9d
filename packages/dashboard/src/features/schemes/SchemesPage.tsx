/** Under construction. */
export function SchemesPage() {
  return <div data-testid="schemes-page" />;
}

/** Under construction. */
export function UnitEvaluationPage() {
  return <div data-testid="unit-evaluation-page" />;
}

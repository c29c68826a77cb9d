/** Under construction. */
export function EvaluationPage() {
  return <div data-testid="evaluation-page" />;
}

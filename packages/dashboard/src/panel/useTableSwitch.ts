import type { PanelName } from '../address/shared.ts';
import { useScreen } from '../screen/screen.ts';

/** Puts a panel's table in the place of its picture, or back. */
export function useTableSwitch(name: PanelName) {
  const { state, change } = useScreen();
  const isTable = state.tables.includes(name);
  const others = state.tables.filter((each) => each !== name);
  return { isTable, flip: () => change({ tables: isTable ? others : [...others, name] }) };
}

/** What is known of one area besides its outline. */
export interface AreaProperties {
  code: string;
  en: string;
  zh?: string;
  local?: string;
  parent?: string;
  residents?: number;
  /** Drawn, not surveyed. */
  schematic?: boolean;
}

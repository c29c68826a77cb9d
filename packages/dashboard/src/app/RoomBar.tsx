import type { ReactNode } from 'react';
import { AccountMenu } from '../features/account/AccountMenu.tsx';
import type { Person } from '../screen/person.ts';
import { LanguageChoice, ThemeChoice } from './Choices.tsx';
import './topbar.css';

/** The bar of rooms without figures. @param person null until it is known who asks */
export function RoomBar({ title, person }: { title: ReactNode; person: Person | null }) {
  return (
    <header className="topbar room-bar">
      <div className="brand">
        <strong>Hotline Atlas</strong>
        <span>{title}</span>
      </div>
      <div className="topbar-end">
        <LanguageChoice />
        <ThemeChoice />
        {person && <AccountMenu person={person} />}
      </div>
    </header>
  );
}

export { anyone, type Person } from './person.ts';

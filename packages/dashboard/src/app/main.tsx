import { worthRetrying } from '@hotline-atlas/ui/request/request.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createNavigation } from '../address/navigation.ts';
import { NavigationContext } from '../address/useNavigation.ts';
import { createPrefetcher, PrefetcherContext } from '../questions/prefetch.ts';
import { App } from './App.tsx';
import './styles/base.css';
import './styles/controls.css';
import './styles/context-row.css';
import './styles/panels.css';
import './styles/rows.css';
import './styles/tables.css';
import './styles/dialog.css';
import './styles/charts.css';
import './styles/map.css';
import './styles/judgement.css';
import './styles/rates.css';
import './styles/alarms.css';
import './styles/narrow.css';
import './styles/wall.css';
import './styles/print.css';
import './styles/forced.css';
import { preparePrinting } from '@hotline-atlas/ui/kit/printing.ts';
import { renewWhenPossible } from '@hotline-atlas/ui/kit/renewal.ts';
import { applyScheme, schemeOf } from '@hotline-atlas/ui/theme/apply.ts';

preparePrinting();
// A part of the page is gone: a newer version is installed.
window.addEventListener('vite:preloadError', () => renewWhenPossible());

const client = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: worthRetrying,
      staleTime: 60_000,
      gcTime: 300_000,
      refetchOnWindowFocus: false,
    },
  },
});

const prefetcher = createPrefetcher(client);
const navigation = createNavigation(window, prefetcher.prefetch);
applyScheme(schemeOf(navigation.addresses().chosen.state.theme));

const host = document.getElementById('root');
if (host)
  createRoot(host).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <PrefetcherContext value={prefetcher}>
          <NavigationContext value={navigation}>
            <App />
          </NavigationContext>
        </PrefetcherContext>
      </QueryClientProvider>
    </StrictMode>,
  );

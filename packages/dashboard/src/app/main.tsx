// Styles of the kit first, then those of the features, then what lays out the whole page anew.
import '@hotline-atlas/ui/theme/base.css';
import '@hotline-atlas/ui/kit/controls.css';
import '@hotline-atlas/ui/kit/popover.css';
import '@hotline-atlas/ui/kit/forms.css';
import '@hotline-atlas/ui/kit/panel.css';
import '@hotline-atlas/ui/kit/told-rows.css';
import '@hotline-atlas/ui/kit/table.css';
import '@hotline-atlas/ui/kit/dialog.css';
import '@hotline-atlas/ui/charts/charts.css';
import '@hotline-atlas/ui/map/legend.css';
import '@hotline-atlas/ui/map/surface.css';
import '@hotline-atlas/ui/map/key-map.css';
import { App } from './App.tsx';
import './narrow.css';
import './print.css';
import './forced.css';
import { preparePrinting } from '@hotline-atlas/ui/kit/printing.ts';
import { renewWhenPossible } from '@hotline-atlas/ui/kit/renewal.ts';
import { RequestFailed, worthRetrying } from '@hotline-atlas/ui/request/request.ts';
import { applyScheme, schemeOf } from '@hotline-atlas/ui/theme/apply.ts';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createNavigation } from '../address/navigation.ts';
import { NavigationContext } from '../address/useNavigation.ts';
import { createPrefetcher, PrefetcherContext } from '../questions/prefetch.ts';
import { followOtherPages, signInAgain } from '../screen/signing.ts';
import { loadCityPage } from './Page.tsx';

preparePrinting();
// A part of the page is gone: a newer version is installed.
window.addEventListener('vite:preloadError', () => renewWhenPossible());

followOtherPages();

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof RequestFailed && error.kind === 'signedOut') signInAgain();
    },
  }),
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
// What a leader opens first is on its way while it is asked who they are.
if (navigation.addresses().chosen.state.page === 'city') void loadCityPage();
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

import type { Favourites } from '@hotline-atlas/model';
import { write } from '@hotline-atlas/ui/request/request.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useRequest } from '../../questions/useRequest.ts';

type Favourite = Favourites['favourites'][number];
export type FavouriteKind = Favourite['kind'];

const address = 'favourites';

/** What somebody wants at hand; undefined until that is known, or where nothing can be kept. */
export function useFavourites(mayKeep: boolean) {
  const client = useQueryClient();
  const { answer } = useRequest<Favourites>(mayKeep ? address : '');
  const has = ({ kind, code }: Favourite) =>
    answer?.favourites.some((each) => each.kind === kind && each.code === code) ?? false;
  /** Shows the change at once; where it could not be made, what is kept shows again. */
  const flip = async (favourite: Favourite) => {
    const wasThere = has(favourite);
    client.setQueryData<Favourites>([address], (last) => ({
      favourites: wasThere
        ? (last?.favourites ?? []).filter(
            ({ kind, code }) => kind !== favourite.kind || code !== favourite.code,
          )
        : [...(last?.favourites ?? []), favourite],
    }));
    const path = `${address}/${favourite.kind}/${encodeURIComponent(favourite.code)}`;
    const sent = wasThere ? ({ method: 'DELETE' } as const) : ({ method: 'PUT' } as const);
    await write(path, sent).catch(() => client.invalidateQueries({ queryKey: [address] }));
  };
  return { favourites: answer?.favourites, has, flip };
}

-- Which orders a unit games: how it games, 0 is not at all, and a share of its orders in the months in which it does.
SELECT
    *,
    unit_games[greatest(unit, 1)] * (unit > 0) AS game,
    unit_strengths[greatest(unit, 1)] AS strength,
    cityHash64(key, 'gaming') AS game_draw,
    game_draw % 16777216 / 16777216. AS game_chance,
    bitShiftRight(game_draw, 24) % 16777216 / 16777216. AS other_chance,
    game > 0 AND game_chance < strength AS is_gamed
FROM {previous}

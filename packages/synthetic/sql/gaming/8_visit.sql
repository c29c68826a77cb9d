-- Gamed bases and visits. Whose orders leave the base, or are not visited, is mostly not solved; visits that reach nobody ask nothing; what one
-- person calls about again and again is closed as solved each time.
WITH
    is_done AND (game = 1 AND game_chance < strength * if(was_resolved, 1, 3) OR game = 2 AND is_gamed) AS leaves_base,
    game = 1 AND other_chance < strength * if(was_resolved, 1, 3) AS is_passed_over,
    game = 4 AND game_chance < strength * if(was_resolved, 1, 2) AS is_unreachable
SELECT * REPLACE (
    is_excluded OR leaves_base AS is_excluded,
    if(game = 2 AND leaves_base, {odd_reason:String}, exclusion_reason) AS exclusion_reason,
    has_visit AND NOT is_passed_over AND (NOT leaves_base OR visit_draw % 100 < 22) AS has_visit,
    is_reached AND NOT is_unreachable AND NOT is_passed_over AND (NOT leaves_base OR visit_draw % 100 < 22) AS is_reached,
    answers_all AND NOT is_unreachable AND NOT is_passed_over AND (NOT leaves_base OR visit_draw % 100 < 22) AS answers_all,
    was_resolved OR outbreak_again[outbreak] = 1 AS was_resolved)
FROM {previous}

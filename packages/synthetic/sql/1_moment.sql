-- When each appeal came in. Row numbers run through the month in order of time: a row falls on the day whose rows it is
-- among, and within the day as far as its share of the day's rows, bent by the day's clock. So every day and hour gets
-- exactly its number, ids rise with time, and nothing has to be sorted.
-- A mark is a day's first row and, in its five lowest bits, the day: one search finds both. The rows of an outbreak are
-- planned one by one, some with who calls; all others have outbreak 0, and a caller of 0 can be anybody.
SELECT
    number,
    cityHash64({seed:UInt64}, {month:String}, number) AS key,
    roundDown(number * 32 + 31, day_marks) AS mark,
    1 + mark % 32 AS day,
    number - intDiv(mark, 32) AS position,
    1024 * (position + cityHash64(key, 'moment') / 18446744073709551616.) / day_sizes[day] AS quantile,
    least(1023, toUInt32(quantile)) AS step,
    day_clocks[(day - 1) * 1025 + step + 1] AS step_begin,
    day_clocks[(day - 1) * 1025 + step + 2] AS step_end,
    least(86399, toUInt32(step_begin + (quantile - step) * (step_end - step_begin))) AS second,
    toUInt32(day_begins[day] + second) AS received,
    transform(toUInt32(number), outbreak_rows, outbreak_numbers, toUInt32(0)) AS outbreak_mark,
    outbreak_mark % 65536 AS outbreak,
    intDiv(outbreak_mark, 65536) AS outbreak_caller
FROM numbers({appeals:UInt64})

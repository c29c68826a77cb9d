-- Who calls. A year's callers are ranks; the power bends the draw towards the low ones, which is how heavy callers come
-- about. Of the ranks, a share are the same person in every year; the others are new each year. Some people mostly call about
-- the same thing again: their topic is drawn from the person. Whether an enterprise calls is known with the topic; a planned caller is a citizen.
SELECT
    *,
    cityHash64(key, 'caller') AS caller_draw,
    pow(caller_draw / 18446744073709551616., {caller_bend:Float64}) AS bent,
    toUInt64(bent * {citizen_pool:Float64}) AS citizen_rank,
    toUInt64(bent * {enterprise_pool:Float64}) AS enterprise_rank,
    if(outbreak_caller > 0, cityHash64({seed:UInt64}, outbreak, outbreak_caller, 'planned'),
        cityHash64({seed:UInt64}, 0, citizen_rank,
            if(cityHash64({seed:UInt64}, citizen_rank, 'lasting') % 100 < {lasting_callers:UInt32}, '', {year:String}))) AS citizen,
    cityHash64({seed:UInt64}, 1, enterprise_rank,
        if(cityHash64({seed:UInt64}, enterprise_rank, 'lasting') % 100 < {lasting_callers:UInt32}, '', {year:String})) AS enterprise,
    intDiv(citizen, 1024) % 100 < {repeating:UInt32} AND caller_draw % 10 < 8 AS repeats
FROM {previous}

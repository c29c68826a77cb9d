-- Who calls. A year's callers are ranks; the power bends the draw towards the low ones, which is how heavy callers come
-- about. Of the ranks, a share are the same person in every year; the others are new each year.
SELECT
    *,
    toUInt64(pow(cityHash64(key, 'caller') / 18446744073709551616., {caller_bend:Float64})
        * if(is_enterprise, {enterprise_pool:Float64}, {citizen_pool:Float64})) AS rank,
    cityHash64({seed:UInt64}, is_enterprise, rank,
        if(cityHash64({seed:UInt64}, rank, 'lasting') % 100 < {lasting_callers:UInt32}, '', {year:String})) AS person
FROM {previous}

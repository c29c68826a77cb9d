,
    if(has_signed, toDateTime(signed_at, 'UTC'), NULL) AS signed,
    if(has_dispatched, toInt16(times_returned), NULL) AS returned

-- How far the days of an enterprise are put together, in one time zone.
create table analytics_rolled (
    enterprise_id bigint      not null,
    zone          varchar(64) not null,
    -- All days before it are.
    next_day      date        not null,
    primary key (enterprise_id, zone)
);

-- A day's counts, twice: by person (source is empty) and by source (nobody is named).
create table analytics_day (
    enterprise_id    bigint      not null,
    zone             varchar(64) not null,
    source           varchar(32) not null,
    day              date        not null,
    shop_id          bigint      not null,
    -- 0 for what nobody has had, and where people are put together.
    member_id        bigint      not null,
    closed_by_hand   int         not null,
    closed_by_system int         not null,
    unanswered       int         not null,
    opened           int         not null,
    came_back        int         not null,
    in_time          int         not null,
    forwarded_out    int         not null,
    forwarded_in     int         not null,
    -- Every wait in seconds, four bytes each: so a year still has its true median.
    first_waits      mediumblob  not null,
    waits            mediumblob  not null,
    primary key (enterprise_id, zone, source, day, shop_id, member_id)
);

create table analytics_day_hours (
    enterprise_id bigint        not null,
    zone          varchar(64)   not null,
    day           date          not null,
    member_id     bigint        not null,
    online        decimal(6, 2) not null,
    hidden        decimal(6, 2) not null,
    primary key (enterprise_id, zone, day, member_id)
);

-- When buyers began to write, by the hours of the local clock.
create table analytics_day_arrivals (
    enterprise_id bigint      not null,
    zone          varchar(64) not null,
    day           date        not null,
    shop_id       bigint      not null,
    hour          tinyint     not null,
    conversations int         not null,
    primary key (enterprise_id, zone, day, shop_id, hour)
);

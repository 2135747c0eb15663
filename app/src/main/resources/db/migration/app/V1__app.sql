-- The node numbers that instances hold while they run: part of every id that they make.
create table app_node (
    number     int         not null primary key,
    instance   char(36)    not null,
    leased_until datetime(6) not null
);

-- How far the time machine has moved the clock ahead of the database's time.
create table app_time (
    id            int    not null primary key,
    offset_micros bigint not null
);

insert into app_time (id, offset_micros) values (1, 0);

-- Long work that is under way or waits: the table of db-scheduler, under a name of ours.
create table app_job (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            blob         null,
    execution_time       datetime(6)  not null,
    picked               boolean      not null,
    picked_by            varchar(50)  null,
    last_success         datetime(6)  null,
    last_failure         datetime(6)  null,
    consecutive_failures int          null,
    last_heartbeat       datetime(6)  null,
    version              bigint       not null,
    priority             smallint     null,
    primary key (task_name, task_instance),
    key app_job_due (execution_time),
    key app_job_dead (last_heartbeat)
);
